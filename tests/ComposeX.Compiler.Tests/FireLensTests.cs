using System.Linq;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What a log router's configuration may be.</summary>
public sealed class FireLensTests
{
    private const string Compose = """
        services:
          web:
            image: acme/web:1
            x-logging:
              FireLens:
                Advanced:
                  SourceFile: ./extra.conf
        """;

    [Fact]
    public void A_configuration_larger_than_a_task_definition_is_refused() => Assert.Equal(["CXLOGGING31"], Codes(new string('#', 50_000)));

    [Fact]
    public void Line_endings_of_a_source_file_make_no_difference() => Assert.Equal(Of("[FILTER]\n    Name modify\n").Text, Of("[FILTER]\r\n    Name modify\r\n").Text);

    private static string[] Codes(string source) => [.. Of(source).Diagnostics.Select(found => found.Code)];

    private static CaseCompilation Of(string source) =>
        CaseCompilation.Of(new MemoryFiles(("/shop/docker-compose.yml", Compose), ("/shop/extra.conf", source)), "/shop");
}
