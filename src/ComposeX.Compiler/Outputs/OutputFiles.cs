using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Writing;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Outputs;

/// <summary>Turns a compilation into the files that are deployed.</summary>
public static class OutputFiles
{
    /// <summary>The name of the file that says what the others are.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The name of the file that holds the root stack's parameters.</summary>
    public static string ParametersOf(string stackName) => stackName + ".parameters.json";

    /// <summary>The templates, the root stack's parameters, and last the manifest with every path relative to the project.</summary>
    public static IReadOnlyList<OutputFile> Of(Compilation compilation, TemplateFormat format, string projectDirectory) =>
    [
        .. compilation.Templates.Select(template => new OutputFile(TemplateFileName.Of(template.Name, format), TemplateWriter.Write(template, format))),
        new OutputFile(ParametersOf(compilation.Manifest.StackName), ParametersWriter.Write(Given(compilation.Manifest))),
        new OutputFile(Manifest, ManifestWriter.Write(Relative(compilation.Manifest, new ProjectPath(projectDirectory)))),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Given(Manifest manifest) =>
        from parameter in manifest.Parameters
        let value = parameter.Value
        where value is not null
        select new KeyValuePair<string, string>(parameter.Name, value);

    private static Manifest Relative(Manifest manifest, ProjectPath project)
    {
        Location Here(Location origin) => origin with { File = project.Relative(origin.File) };
        return manifest with
        {
            Stacks = [.. manifest.Stacks.Select(stack => stack with { Resources = [.. stack.Resources.Select(resource => resource with { Origin = Here(resource.Origin) })] })],
            Parameters = [.. manifest.Parameters.Select(parameter => parameter with { Origin = Here(parameter.Origin) })],
            Images = [.. manifest.Images.Select(image => image with
            {
                BuildContext = image.BuildContext is { } context ? project.Relative(context) : null,
                Project = image.Project is { } path ? project.Relative(path) : null,
                Origin = Here(image.Origin),
            })],
            Exports = [.. manifest.Exports.Select(export => export with { Origin = Here(export.Origin) })],
        };
    }
}
