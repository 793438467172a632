using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads an entry of <c>routers</c>: what it listens for, and its routes by protocol.</summary>
internal static class RouterReader
{
    public static MeshRouter? Read(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text(KeyNames.Of("Name"));
        var one = reader.Mapping(KeyNames.Of("Listener"));
        var several = reader.Mappings("Listeners", "a list of mappings with Port and Protocol", diagnostics);
        var routes = reader.Mapping(KeyNames.Of("Routes"));
        reader.RejectOthers("A router of the mesh");
        if (name is not { } called)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("routers", "a list of mappings with a Name each", mapping.Location));
            return null;
        }

        IReadOnlyList<YamlMapping> listeners = one is null ? several : [one, .. several];
        var ports = listeners.Select(listener => NodeReader.Listener(listener, called.Value, null, diagnostics)).OfType<MeshPort>().ToList();
        if (listeners.Count == 0)
        {
            diagnostics.Add(AppmeshDiagnostics.RouterWithout(called.Value, "listener", called.Origin));
        }

        if (routes is null or { Entries.Count: 0 })
        {
            diagnostics.Add(AppmeshDiagnostics.RouterWithout(called.Value, "routes", routes?.Location ?? called.Origin));
        }

        return new(called, ports, [.. (routes?.Entries ?? []).SelectMany(entry => Routes(entry, called.Value, ports, diagnostics))]);
    }

    private static IReadOnlyList<MeshRoute> Routes(YamlEntry entry, string router, IReadOnlyList<MeshPort> ports, DiagnosticBag diagnostics)
    {
        if (ValueReader.Protocol(entry.Name) is not { } protocol)
        {
            diagnostics.Add(AppmeshDiagnostics.UnknownProtocol(entry.Name, ["http", "http2", "grpc", "tcp"], entry.Key.Location));
            return [];
        }

        if (ports.Count > 0 && ports.All(port => port.Protocol.Value != protocol))
        {
            diagnostics.Add(AppmeshDiagnostics.OtherProtocol(entry.Name, router, [.. ports.Select(port => port.Protocol.Value.Word()).Distinct()], entry.Key.Location));
        }

        switch (entry.Value)
        {
            case YamlSequence list:
                foreach (var other in list.Items.Where(item => item is not YamlMapping))
                {
                    diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a list of routes with \"match\" and \"nodes\"", other.Location));
                }

                return [.. list.Items.OfType<YamlMapping>().Select(route => RouteReader.Read(route, protocol, diagnostics))];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a list of routes with \"match\" and \"nodes\"", entry.Value.Location));
                return [];
        }
    }
}
