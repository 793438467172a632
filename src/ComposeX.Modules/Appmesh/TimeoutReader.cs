using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads time-outs: one length of time, which is the idle one, or <c>idle</c> and <c>perRequest</c>, which may stand below the protocol as in App Mesh's own words.</summary>
internal static class TimeoutReader
{
    public static MeshTimeout? Read(YamlNode? node, MeshProtocol? protocol, DiagnosticBag diagnostics)
    {
        if (node is null)
        {
            return null;
        }

        if (ValueReader.IsTime(node))
        {
            return ValueReader.Time(node, diagnostics) is { } idle ? new(idle, null, node.Location) : null;
        }

        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Timeout", "a length of time, or a mapping with Idle and PerRequest", node.Location));
            return null;
        }

        return mapping.Entries is [{ Value: YamlMapping inner } entry] && protocol is not null && ValueReader.Protocol(entry.Name) == protocol
            ? ReadParts(inner, protocol, diagnostics)
            : ReadParts(mapping, protocol, diagnostics);
    }

    private static MeshTimeout ReadParts(YamlMapping mapping, MeshProtocol? protocol, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var timeout = new MeshTimeout(reader.Time("Idle", diagnostics), reader.Time("PerRequest", diagnostics), mapping.Location);
        reader.RejectOthers("Timeout");
        if (timeout.PerRequest is { } request && protocol == MeshProtocol.Tcp)
        {
            diagnostics.Add(AppmeshDiagnostics.NoRequestsInTcp(request.Origin));
        }

        return timeout;
    }
}
