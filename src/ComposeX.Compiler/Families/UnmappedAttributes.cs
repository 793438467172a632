using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Warns about whatever a service says that its task does not: nothing is dropped in silence.</summary>
internal static class UnmappedAttributes
{
    private static readonly string[] MappedOnService =
    [
        "build", "command", "cpus", "depends_on", "deploy", "entrypoint", "env_file", "environment", "expose", "healthcheck", "image", "init", "labels",
        "label_file", "mem_limit", "mem_reservation", "platform", "ports", "profiles", "read_only", "scale", "stdin_open", "stop_grace_period", "tty", "user",
        "working_dir",
    ];

    // Attributes of a service by their names, those of its deploy block as deploy.placement.
    private static readonly string[] MappedByRooms = [.. ModuleCatalogue.ServiceModules.SelectMany(module => module.Attributes)];

    private static readonly string[] MappedOnDeploy = ["labels", "mode", "replicas", "resources", "update_config"];

    public static void Report(Family family, DiagnosticBag diagnostics)
    {
        foreach (var service in family.Services)
        {
            Report(service, "", service.Node, MappedOnService, diagnostics);
            if (service.Deploy is { } deploy)
            {
                Report(service, "deploy.", deploy.Node, MappedOnDeploy, diagnostics);
                if (deploy.Mode is { Value: not "replicated" } mode && !(mode.Value == "global" && family.Platform() != ComputePlatform.Fargate))
                {
                    diagnostics.Add(FamilyDiagnostics.UnknownMode(mode.Value, service.Name, mode.Origin));
                }
            }
        }
    }

    private static void Report(ComposeService service, string prefix, YamlMapping mapping, IReadOnlyList<string> mapped, DiagnosticBag diagnostics)
    {
        foreach (var entry in mapping.Entries.Where(entry => !mapped.Contains(entry.Name, StringComparer.Ordinal)
            && !MappedByRooms.Contains(prefix + entry.Name, StringComparer.Ordinal) && !IsSilent(entry)))
        {
            diagnostics.Add(FamilyDiagnostics.NotCarriedOver(prefix + entry.Name, service.Name, entry.Key.Location));
        }
    }

    // The network that every service is on by default, extension keys, and restarting, which an ECS service does anyway.
    private static bool IsSilent(YamlEntry entry) => entry.Name switch
    {
        "networks" => entry.Value is YamlMapping { Entries: [{ Name: "default" }] },
        "restart" => entry.Value is YamlScalar { Text: "always" or "unless-stopped" },
        _ => entry.Name.StartsWith("x-", StringComparison.Ordinal),
    };
}
