using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;

namespace ComposeX.Modules.Appmesh;

/// <summary>What a request must look like, in App Mesh's words.</summary>
internal static class Matches
{
    public static CfnMap Of(MeshRoute route)
    {
        var match = route.Match;
        var cfn = new Cfn(match.Origin);
        var port = match.Port is { } number ? new Cfn(number.Origin).Number(number.Value) : null;
        return route.Protocol switch
        {
            MeshProtocol.Tcp => cfn.Map(("Port", port)),
            MeshProtocol.Grpc => cfn.Map(("ServiceName", Text(match.GrpcService)), ("MethodName", Text(match.GrpcMethod)), ("Metadata", Fields(match.Metadata, cfn)), ("Port", port)),
            _ => cfn.Map(
                // What says neither matches every path.
                ("Prefix", match.Path is null ? Text(match.Prefix) ?? cfn.String("/") : null),
                ("Path", match.Path is { } path ? Compare(path) : null),
                ("Method", Text(match.Method)),
                ("Scheme", Text(match.Scheme)),
                ("Headers", Fields(match.Headers, cfn)),
                ("QueryParameters", Fields(match.QueryParameters, cfn)),
                ("Port", port)),
        };
    }

    private static CfnList? Fields(IReadOnlyList<MeshField> fields, Cfn cfn) => fields.Count == 0 ? null : cfn.List(fields.Select(Field));

    private static CfnMap Field(MeshField field)
    {
        var cfn = new Cfn(field.Name.Origin);
        return cfn.Map(
            ("Name", Text(field.Name)),
            ("Match", field.Text is { } text ? Compare(text) : null),
            ("Invert", field.IsInverted ? cfn.Boolean(true) : null));
    }

    private static CfnMap Compare(MeshText text)
    {
        var cfn = new Cfn(text.Value.Origin);
        return cfn.Map((text.Comparison.ToString(), text.Comparison == MeshComparison.Range
            ? cfn.Map(("Start", Number(text.Value)), ("End", text.End is { } end ? Number(end) : null))
            : Text(text.Value)));
    }

    private static CfnNumber Number(Located<string> number) => new(number.Value, number.Origin);

    private static CfnString? Text(Located<string>? text) => text is { } written ? new CfnString(written.Value, written.Origin) : null;
}
