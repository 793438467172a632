using System.Globalization;
using System.IO;
using System.Linq;
using ComposeX.Syntax;
using Newtonsoft.Json;

namespace ComposeX.CloudFormation.Manifests;

/// <summary>Reads <c>manifest.json</c>; what it does not know it skips, what it misses it reports.</summary>
public static class ManifestReader
{
    /// <summary>The manifest, or null when <paramref name="diagnostics"/> tell why not.</summary>
    public static Manifest? Read(SourceFile file, DiagnosticBag diagnostics)
    {
        try
        {
            using var text = new StringReader(file.Text);
            using var json = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None, Culture = CultureInfo.InvariantCulture };
            return ReadRoot(new ManifestCursor(json, file.Path), diagnostics);
        }
        catch (JsonReaderException exception)
        {
            diagnostics.Add(ManifestDiagnostics.NotJson(
                Place(file.Path, exception.LineNumber, exception.LinePosition),
                exception.Message.Split('\n').First()));
            return null;
        }
        catch (ManifestFault fault)
        {
            diagnostics.Add(fault.Diagnostic);
            return null;
        }
    }

    private static Manifest? ReadRoot(ManifestCursor cursor, DiagnosticBag diagnostics)
    {
        var root = cursor.ReadDocument();
        var version = root.Number("formatVersion");
        if (version != Manifest.FormatVersion)
        {
            diagnostics.Add(ManifestDiagnostics.OtherVersion(root.PlaceOf("formatVersion"), version));
            return null;
        }

        return new Manifest(root.Text("stackName"), root.Objects("stacks", Stack))
        {
            Capabilities = root.Texts("capabilities"),
            Parameters = root.Objects("parameters", Parameter),
            Images = root.Objects("images", Image),
            Exports = root.Objects("exports", Export),
        };
    }

    private static ManifestStack Stack(ManifestObject stack) => new(
        stack.Text("name"),
        stack.OptionalText("logicalId"),
        stack.Text("templateFile"),
        stack.Texts("dependsOn"),
        stack.Objects("resources", resource => new ManifestResource(resource.Text("logicalId"), resource.Text("type"), Origin(resource))));

    private static ManifestParameter Parameter(ManifestObject parameter) => new(
        parameter.Text("name"), parameter.Text("type"), parameter.OptionalText("value"), parameter.Flag("noEcho"), Origin(parameter));

    private static ManifestImage Image(ManifestObject image) => new(
        image.Text("service"), image.Text("parameter"), image.OptionalText("image"), image.OptionalText("buildContext"), Origin(image))
    {
        Project = image.OptionalText("project"),
        Registry = image.OptionalText("registry"),
        Repository = image.OptionalText("repository"),
        Dockerfile = image.OptionalText("dockerfile"),
        DockerfileKeys = image.Texts("dockerfileKeys"),
        Platform = image.OptionalText("platform"),
        Ports = image.Texts("ports"),
        User = image.OptionalText("user"),
    };

    private static ManifestExport Export(ManifestObject export) => new(
        export.Text("name"), export.Text("stack"), export.Text("output"), Origin(export));

    private static Location Origin(ManifestObject owner)
    {
        var origin = owner.Object("origin");
        return new Location(origin.Text("file"), Int(origin, "line"), Int(origin, "column"), Int(origin, "endLine"), Int(origin, "endColumn"));
    }

    private static int Int(ManifestObject origin, string name) => (int)origin.Number(name);

    private static Location Place(string file, int line, int column) =>
        new(file, line < 1 ? 1 : line, column + 1, line < 1 ? 1 : line, column + 1);
}
