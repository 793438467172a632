using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads what a request must look like for a route; each protocol has its own keys.</summary>
internal static class MatchReader
{
    private static readonly string[] Methods = ["GET", "CONNECT", "DELETE", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

    private static readonly string[] Schemes = ["http", "https"];

    /// <param name="route">The route, for one without a match.</param>
    public static MeshMatch Read(YamlMapping? mapping, MeshProtocol protocol, Location route, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var match = new MeshMatch(mapping?.Location ?? route) { Port = reader.Port(diagnostics) };
        match = protocol switch
        {
            MeshProtocol.Tcp => match,
            MeshProtocol.Grpc => match with
            {
                GrpcService = reader.Text(KeyNames.Of("ServiceName")),
                GrpcMethod = reader.Text(KeyNames.Of("MethodName")),
                Metadata = FieldReader.Read(reader.Node(KeyNames.Of("Metadata")), "Metadata", diagnostics),
            },
            _ => match with
            {
                Prefix = Slashed(reader.Text(KeyNames.Of("Prefix")), "prefix", diagnostics),
                Path = Path(reader.Node(KeyNames.Of("Path")), diagnostics),
                Method = reader.Choice("Method", Methods, diagnostics),
                Scheme = reader.Choice("Scheme", Schemes, diagnostics),
                Headers = FieldReader.Read(reader.Node(KeyNames.Of("Headers")), "Headers", diagnostics),
                QueryParameters = FieldReader.Read(reader.Node([.. KeyNames.Of("QueryParameters"), "Query", "query"]), "QueryParameters", diagnostics),
            },
        };
        reader.RejectOthers($"A match of {protocol.Word()}");
        Check(match, diagnostics);
        return match;
    }

    private static void Check(MeshMatch match, DiagnosticBag diagnostics)
    {
        if (match is { Prefix: not null, Path: { } path })
        {
            diagnostics.Add(AppmeshDiagnostics.OneOf("prefix", "path", path.Value.Origin));
        }

        if (match is { GrpcMethod: { } method, GrpcService: null })
        {
            diagnostics.Add(AppmeshDiagnostics.MethodOfNoService(method.Value, method.Origin));
        }

        foreach (var parameter in match.QueryParameters.Where(parameter => parameter.IsInverted || parameter.Text is { Comparison: not MeshComparison.Exact }))
        {
            diagnostics.Add(AppmeshDiagnostics.ExactOnly(parameter.Name.Value, parameter.Name.Origin));
        }
    }

    private static MeshText? Path(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar scalar:
                return Slashed(new(scalar.Text, scalar.Location), "path", diagnostics) is { } exact ? new(MeshComparison.Exact, exact) : null;
            case YamlMapping mapping:
                var reader = MappingReader.Of(mapping, diagnostics);
                var whole = Slashed(reader.Text(KeyNames.Of("Exact")), "exact", diagnostics);
                var pattern = reader.Text(KeyNames.Of("Regex"));
                reader.RejectOthers("A path");
                if (whole is not null && pattern is { } second)
                {
                    diagnostics.Add(AppmeshDiagnostics.OneOf("exact", "regex", second.Origin));
                }

                return whole is { } first ? new(MeshComparison.Exact, first) : pattern is { } regex ? new(MeshComparison.Regex, regex) : null;
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("Path", "a path, or a mapping with Exact or Regex", node.Location));
                return null;
        }
    }

    private static Located<string>? Slashed(Located<string>? path, string key, DiagnosticBag diagnostics)
    {
        if (path is { } written && written.Value is not ['/', ..])
        {
            diagnostics.Add(AppmeshDiagnostics.BadPath(key, written.Value, written.Origin));
        }

        return path;
    }
}
