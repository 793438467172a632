using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ComposeX.Compose;
using ComposeX.Syntax;
using ComposeX.Testing;

namespace ComposeX.Benchmarks;

/// <summary>
/// A compose project of any size, the same each time: every service has what services usually have, every fifth one a queue
/// that it reads and its neighbour writes to.
/// </summary>
internal static class GeneratedProject
{
    private const string File = "/project/docker-compose.yml";

    /// <summary>A project of so many services; another <paramref name="edition"/> differs in one value, as an edited file does.</summary>
    public static ComposeLoadRequest Request(int services, int edition = 0) => new()
    {
        Files = [File],
        ProjectDirectory = "/project",
        SourceFiles = new MemoryFiles((File, Text(services, edition))),
    };

    public static string Text(int services, int edition)
    {
        var text = new StringBuilder("services:\n");
        for (var i = 0; i < services; i++)
        {
            AppendService(text, i, edition);
        }

        text.Append("\nx-sqs:\n");
        foreach (var i in Enumerable.Range(0, services).Where(i => i % 5 == 0))
        {
            AppendQueue(text, i, (i + 1) % services);
        }

        return text.ToString();
    }

    /// <summary>Stops a benchmark that would measure how fast a faulty file is refused.</summary>
    public static T Whole<T>(T? made, DiagnosticBag diagnostics)
        where T : class => made is not null && !diagnostics.HasErrors
            ? made
            : throw new InvalidOperationException(string.Join("\n", diagnostics.Select(finding => $"{finding.Location}: {finding.Code} {finding.Message}")));

    private static void AppendService(StringBuilder text, int i, int edition)
    {
        text.Append(CultureInfo.InvariantCulture, $$"""
              service-{{i:D4}}:
                image: registry.example.com/team/service-{{i:D4}}:1.{{i}}
                command: ["run", "--port", "8080", "--verbose"]
                environment:
                  LOG_LEVEL: info
                  EDITION: "{{(i == 0 ? edition : 0)}}"
                  SERVICE_NAME: service-{{i:D4}}
                ports:
                  - "{{8000 + (i % 1000)}}:8080"
                healthcheck:
                  test: ["CMD", "curl", "-f", "http://localhost:8080/health"]
                  interval: 30s
                  retries: 3
                deploy:
                  replicas: {{1 + (i % 3)}}
                  resources:
                    limits:
                      cpus: "0.5"
                      memory: 1G

            """);
        if (i > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    depends_on:\n      - service-{i - 1:D4}\n");
        }
    }

    private static void AppendQueue(StringBuilder text, int reader, int writer)
    {
        text.Append(CultureInfo.InvariantCulture, $"  queue-{reader:D4}:\n    Properties:\n      VisibilityTimeout: 60\n    Services:\n      service-{reader:D4}:\n        Access: RWMessages\n");
        if (writer != reader)
        {
            text.Append(CultureInfo.InvariantCulture, $"      service-{writer:D4}:\n        Access: Publish\n");
        }
    }
}
