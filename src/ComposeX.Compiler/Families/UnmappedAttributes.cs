using ComposeX.Compiler.Rooms;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Warns about whatever a service says that its task does not, each by its reason: nothing is dropped in silence.</summary>
internal static class UnmappedAttributes
{
    public static void Report(Family family, ModuleSet rooms, DiagnosticBag diagnostics)
    {
        foreach (var service in family.Services)
        {
            Report(service, "", service.Node, family.Platform(), rooms, diagnostics);
        }
    }

    private static void Report(ComposeService service, string prefix, YamlMapping mapping, ComputePlatform platform, ModuleSet rooms, DiagnosticBag diagnostics)
    {
        foreach (var entry in mapping.Entries)
        {
            var path = prefix + entry.Name;
            if (ComposeAttributes.Find(path) is not { } attribute || rooms.Carries(path))
            {
                continue;
            }

            if (entry.Value is YamlMapping parts && ComposeAttributes.IsDivided(path) && attribute.Fate == AttributeFate.Carried)
            {
                Report(service, path + ".", parts, platform, rooms, diagnostics);
            }
            else if (Finding(attribute, service, platform, entry) is { } finding)
            {
                diagnostics.Add(finding);
            }
        }
    }

    private static Diagnostic? Finding(ComposeAttribute attribute, ComposeService service, ComputePlatform platform, YamlEntry entry) => attribute.Fate switch
    {
        AttributeFate.OfARoom when !IsDefaultNetwork(entry) => AttributeDiagnostics.NotCarriedOver(attribute.Path, service.Name, attribute.Text, entry.Key.Location),
        AttributeFate.InstancesOnly when platform == ComputePlatform.Fargate => AttributeDiagnostics.InstancesOnly(attribute.Path, service.Name, attribute.Text, entry.Key.Location),
        AttributeFate.AnotherWay when !HasOwnNetwork(attribute, platform) => AttributeDiagnostics.AnotherWay(attribute.Path, service.Name, attribute.Text, entry.Key.Location),
        AttributeFate.Impossible => AttributeDiagnostics.Impossible(attribute.Path, service.Name, attribute.Text, entry.Key.Location),
        _ => null,
    };

    // In bridge mode a container has its own network settings, as on Docker.
    private static bool HasOwnNetwork(ComposeAttribute attribute, ComputePlatform platform) =>
        platform == ComputePlatform.External && attribute.Path is "dns" or "dns_search" or "extra_hosts" or "hostname";

    // The network that every service is on by default.
    private static bool IsDefaultNetwork(YamlEntry entry) => entry is { Name: "networks", Value: YamlMapping { Entries: [{ Name: "default" }] } };
}
