using System.Linq;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What the CloudWatch agent is given to read.</summary>
public sealed class MonitoringTests
{
    private const string Compose = """
        services:
          web:
            image: acme/web:1
            x-prometheus:
              ContainersInsights:
                ScrapingConfiguration:
                  ScrapingConfigurationFile: scraping.yaml
        """;

    [Fact]
    public void A_configuration_larger_than_a_parameter_is_refused() => Assert.Equal(["CXMONITORING10"], Codes(new string('#', 9_000)));

    [Fact]
    public void What_a_parameter_may_not_hold_is_refused() => Assert.Equal(["CXMONITORING11"], Codes("rule_files: [\"{{ env }}\"]"));

    [Fact]
    public void Another_configuration_is_another_task() => Assert.NotEqual(HashOf("scrape_configs: []"), HashOf("scrape_configs: [] # none"));

    private static string HashOf(string scraping)
    {
        var (_, task) = Compiling.Resources(Of(scraping).Compilation!.Templates)["WebTaskDefinition"];
        return Assert.Single(Compiling.Texts(task.Properties, "ContainerDefinitions", "DockerLabels", "configuration.hash"));
    }

    private static string[] Codes(string scraping) => [.. Of(scraping).Diagnostics.Select(found => found.Code)];

    private static CaseCompilation Of(string scraping) =>
        CaseCompilation.Of(new MemoryFiles(("/shop/docker-compose.yml", Compose), ("/shop/scraping.yaml", scraping)), "/shop");
}
