using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads one route of a router.</summary>
internal static class RouteReader
{
    private const int MostTargets = 10;

    private static readonly string[] HttpEvents = ["server-error", "gateway-error", "client-error", "stream-error"];

    private static readonly string[] TcpEvents = ["connection-error"];

    private static readonly string[] GrpcEvents = ["cancelled", "deadline-exceeded", "internal", "resource-exhausted", "unavailable"];

    public static MeshRoute Read(YamlMapping mapping, MeshProtocol protocol, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var route = new MeshRoute(
            protocol,
            MatchReader.Read(reader.Mapping(KeyNames.Of("Match")), protocol, mapping.Location, diagnostics),
            Targets(reader.Mappings("Nodes", "a list of mappings with Name and Weight", diagnostics), diagnostics),
            mapping.Location)
        {
            Name = reader.Text(KeyNames.Of("Name")),
            Priority = reader.Number("Priority", 0, 1000, diagnostics),
            Timeout = TimeoutReader.Read(reader.Node(KeyNames.Of("Timeout")), protocol, diagnostics),
            Retry = protocol == MeshProtocol.Tcp ? null : Retry(reader.Mapping([.. KeyNames.Of("RetryPolicy"), "Retries", "retries", "Retry", "retry"]), protocol, diagnostics),
        };
        reader.RejectOthers($"A route of {protocol.Word()}");
        if (route.Targets.Count == 0)
        {
            diagnostics.Add(AppmeshDiagnostics.NoTargets(mapping.Location));
        }
        else if (route.Targets.All(target => target.Weight.Value == 0))
        {
            diagnostics.Add(AppmeshDiagnostics.NoWeight(route.Targets[0].Weight.Origin));
        }

        if (route.Targets.Count > MostTargets)
        {
            diagnostics.Add(AppmeshDiagnostics.OutOfRange("Nodes", route.Targets.Count, 1, MostTargets, route.Targets[MostTargets].Node.Origin));
        }

        return route;
    }

    private static IReadOnlyList<MeshTarget> Targets(IReadOnlyList<YamlMapping> nodes, DiagnosticBag diagnostics) =>
        [.. nodes.Select(node => Target(node, diagnostics)).OfType<MeshTarget>()];

    private static MeshTarget? Target(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text(KeyNames.Of("Name"));
        var weight = reader.Number("Weight", 0, 100, diagnostics);
        var port = reader.Port(diagnostics);
        reader.RejectOthers("A node of a route");
        if (name is not { } node)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("nodes", "a list of mappings with a Name each", mapping.Location));
            return null;
        }

        return new(node, weight ?? new(1, node.Origin), port);
    }

    private static MeshRetry? Retry(YamlMapping? mapping, MeshProtocol protocol, DiagnosticBag diagnostics)
    {
        if (mapping is null)
        {
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var retries = reader.Number("MaxRetries", 0, int.MaxValue, diagnostics);
        var time = reader.Time("PerRetryTimeout", diagnostics);
        var http = Events(reader, "HttpRetryEvents", HttpEvents, diagnostics);
        var tcp = Events(reader, "TcpRetryEvents", TcpEvents, diagnostics);
        var grpc = protocol == MeshProtocol.Grpc ? Events(reader, "GrpcRetryEvents", GrpcEvents, diagnostics) : [];
        reader.RejectOthers("Retries");
        return new(mapping.Location)
        {
            MaxRetries = retries ?? new(1, mapping.Location),
            PerRetryTimeout = time ?? new(15_000, mapping.Location),
            // What is worth trying again when the file does not say: nothing has reached the node, or the node has failed.
            HttpEvents = http.Count + tcp.Count + grpc.Count > 0 ? http : [new("server-error", mapping.Location)],
            TcpEvents = http.Count + tcp.Count + grpc.Count > 0 ? tcp : [new("connection-error", mapping.Location)],
            GrpcEvents = grpc,
        };
    }

    private static IReadOnlyList<Located<string>> Events(MappingReader reader, string name, IReadOnlyList<string> known, DiagnosticBag diagnostics) =>
        [.. reader.Texts(KeyNames.Of(name)).Select(text => ValueReader.Choice(name, text, known, diagnostics)).OfType<Located<string>>()];
}
