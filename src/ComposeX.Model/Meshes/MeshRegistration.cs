using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Vintage;
using ComposeX.Syntax;

namespace ComposeX.Model.Meshes;

/// <summary>
/// App Mesh finds tasks through Cloud Map. A family that is a node and is not registered there is written into the first private namespace
/// of <c>x-cloudmap</c>, as if the file said so; and when there is none, one is declared.
/// Service Connect finds tasks by itself; it has the same namespace for names of what is no family.
/// </summary>
internal static class MeshRegistration
{
    private const string Cloudmap = "x-cloudmap";
    private const string Namespace = "PrivateNamespace";
    private const string Zone = "cluster.lan";

    public static ComposeProject Rewrite(ComposeProject project, Func<IReadOnlyList<ComposeService>, IReadOnlyList<Family>> familiesOf, MeshProvider provider)
    {
        var keys = new YamlMapping(project.Extensions, project.Root.Location);
        if (keys.Entry(MeshChoice.Key) is not { Value: YamlMapping mesh } entry)
        {
            return project;
        }

        var families = familiesOf(project.Services);
        if (provider != MeshProvider.AppMesh)
        {
            return keys[Cloudmap] is null && NodesOf(mesh).Any(node => !families.Any(family => string.Equals(family.Name, node, StringComparison.Ordinal) || Has(family, node)))
                ? project with { Extensions = NamespaceOf(keys, entry.Key.Location).Keys.Entries }
                : project;
        }

        var (name, declared) = NamespaceOf(keys, entry.Key.Location);
        var registered = NodesOf(mesh)
            .Select(node => families.FirstOrDefault(family => string.Equals(family.Name, node, StringComparison.Ordinal)) ?? families.FirstOrDefault(family => Has(family, node)))
            .OfType<Family>()
            .Where(family => family.Services.All(service => service.Network()?[Cloudmap] is null))
            .Select(family => family.Services.FirstOrDefault(Listens))
            .OfType<ComposeService>()
            .Select(service => service.Name).Distinct(StringComparer.Ordinal).ToList();
        return project with
        {
            Extensions = declared.Entries,
            Services = [.. project.Services.Select(service => registered.Contains(service.Name, StringComparer.Ordinal) ? Register(service, name, entry.Key.Location) : service)],
        };
    }

    private static (string Name, YamlMapping Keys) NamespaceOf(YamlMapping keys, Location origin)
    {
        var declared = keys[Cloudmap] as YamlMapping;
        if (declared?.Entries.FirstOrDefault(IsPrivate) is { } first)
        {
            return (first.Name, keys);
        }

        var yaml = new Yaml(origin);
        var added = new YamlEntry(yaml.Text(Namespace), yaml.Map(("ZoneName", yaml.Text(Zone))));
        return (Namespace, keys.With(new(keys.Entry(Cloudmap)?.Key ?? yaml.Text(Cloudmap), (declared ?? yaml.Map()).With(added))));
    }

    private static bool IsPrivate(YamlEntry entry) => entry.Name != "DeletionPolicy" && ((entry.Value as YamlMapping)?["Type"] is not YamlScalar type || type.Text == "Private");

    private static IEnumerable<string> NodesOf(YamlMapping mesh) =>
        from node in (((mesh["Settings"] as YamlMapping) is { } settings ? settings["Nodes"] ?? settings["nodes"] : null) as YamlSequence)?.Items ?? []
        let name = ((node as YamlMapping)?["Name"] ?? (node as YamlMapping)?["name"]) as YamlScalar
        where name is not null
        select name.Text;

    private static bool Has(Family family, string node) => family.Services.Any(service => string.Equals(service.Name, node, StringComparison.Ordinal));

    // What is no mapping is reported where it is read.
    private static bool Listens(ComposeService service) => ContainerPort.Of(service).Any(port => port.Protocol == "tcp")
        && (service.Network() is not null || service.Extensions.All(extension => extension.Name != "x-network"));

    private static ComposeService Register(ComposeService service, string name, Location origin)
    {
        var yaml = new Yaml(origin);
        return service.WithNetwork((service.Network() ?? yaml.Map()).With(new(yaml.Text(Cloudmap), yaml.Text(name))));
    }
}
