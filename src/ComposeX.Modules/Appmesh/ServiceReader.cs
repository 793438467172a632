using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads an entry of <c>services</c>.</summary>
internal static class ServiceReader
{
    public static MeshService? Read(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text(KeyNames.Of("Name"));
        var service = new MeshService(name ?? default, reader.Text(KeyNames.Of("Node")), reader.Text(KeyNames.Of("Router")), reader.Text("x-cloudmap"));
        reader.RejectOthers("A service of the mesh");
        if (name is not { } called)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("services", "a list of mappings with a Name each", mapping.Location));
            return null;
        }

        if (service.Node is null == service.Router is null)
        {
            diagnostics.Add(AppmeshDiagnostics.LeadsNowhere(called.Value, service.Node is not null, called.Origin));
        }

        return service;
    }
}
