using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads an entry of <c>nodes</c>.</summary>
internal static class NodeReader
{
    private static readonly string[] OptionsOfListeners = ["TLS", "OutlierDetection", "ConnectionPool"];

    private static readonly string[] OptionsOfNodes = ["BackendDefaults", "Logging"];

    public static MeshNode? Read(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text(KeyNames.Of("Name"));
        var protocol = reader.Protocol(diagnostics);
        var port = reader.Port(diagnostics);
        var listeners = reader.Mappings("Listeners", "a list of mappings with Port and Protocol", diagnostics);
        var node = new MeshNode(name ?? default)
        {
            Protocol = protocol,
            HostName = reader.Text([.. KeyNames.Of("Hostname"), "HostName", "hostName", "host_name"]),
            Backends = Backends(reader.Node(KeyNames.Of("Backends")), diagnostics),
            HealthCheck = HealthCheckReader.Read(reader.Node(KeyNames.Of("HealthCheck")), diagnostics),
            Timeout = TimeoutReader.Read(reader.Node(KeyNames.Of("Timeout")), protocol?.Value, diagnostics),
            ListenerOptions = Options(mapping, reader, OptionsOfListeners, diagnostics),
            NodeOptions = Options(mapping, reader, OptionsOfNodes, diagnostics),
        };
        reader.RejectOthers("A node of the mesh");
        if (name is null)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("nodes", "a list of mappings with a Name each", mapping.Location));
            return null;
        }

        return node with { Ports = Ports(node, mapping, port, listeners, diagnostics) };
    }

    /// <summary>A port with its protocol, which a listener must have, or else the node.</summary>
    public static MeshPort? Listener(YamlMapping mapping, string owner, Located<MeshProtocol>? otherwise, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var port = reader.Port(diagnostics);
        var protocol = reader.Protocol(diagnostics) ?? otherwise;
        reader.RejectOthers("A listener");
        if (port is null && KeyNames.Of("Port").All(key => mapping[key] is null))
        {
            diagnostics.Add(AppmeshDiagnostics.NoPort(owner, mapping.Location));
        }

        if (protocol is null && KeyNames.Of("Protocol").All(key => mapping[key] is null))
        {
            diagnostics.Add(AppmeshDiagnostics.NoProtocol(owner, mapping.Location));
        }

        return port is { } number && protocol is { } spoken ? new(number, spoken) : null;
    }

    private static IReadOnlyList<MeshPort> Ports(MeshNode node, YamlMapping mapping, Located<int>? port, IReadOnlyList<YamlMapping> listeners, DiagnosticBag diagnostics)
    {
        var ports = listeners.Select(listener => Listener(listener, node.Name.Value, node.Protocol, diagnostics)).OfType<MeshPort>();
        if (port is not null && node.Protocol is null && !KeyNames.Of("Protocol").Any(key => mapping[key] is not null))
        {
            diagnostics.Add(AppmeshDiagnostics.NoProtocol(node.Name.Value, node.Name.Origin));
        }

        return port is { } number && node.Protocol is { } protocol ? [new(number, protocol), .. ports.Where(other => other.Number.Value != number.Value)] : [.. ports];
    }

    private static IReadOnlyList<Located<string>> Backends(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null || ScalarResolver.IsNull(node))
        {
            return [];
        }

        var items = (node as YamlSequence)?.Items ?? [node];
        foreach (var other in items.Where(item => item is not YamlScalar))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Backends", "a list of names under \"services\" of x-appmesh", other.Location));
        }

        return [.. items.OfType<YamlScalar>().GroupBy(item => item.Text).Select(same => new Located<string>(same.First().Text, same.First().Location))];
    }

    // Under the names that App Mesh has for them.
    private static IReadOnlyList<YamlEntry> Options(YamlMapping mapping, MappingReader reader, IReadOnlyList<string> names, DiagnosticBag diagnostics)
    {
        var options = names.Select(name => (name, value: reader.Node(KeyNames.Of(name)))).Where(option => option.value is not null).ToList();
        foreach (var (name, value) in options.Where(option => option.value is not YamlMapping))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(name, "a mapping in the words of App Mesh", value!.Location));
        }

        return [.. options.Where(option => option.value is YamlMapping).Select(option =>
            new YamlEntry(mapping.Entries.First(entry => ReferenceEquals(entry.Value, option.value)).Key with { Text = option.name }, option.value!))];
    }
}
