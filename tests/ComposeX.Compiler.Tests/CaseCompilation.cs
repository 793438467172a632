using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Writing;
using ComposeX.Compiler.Images;
using ComposeX.Compiler.Stacks;
using ComposeX.Compose;
using ComposeX.Model.Meshes;
using ComposeX.Syntax;
using ComposeX.Testing;

namespace ComposeX.Compiler.Tests;

/// <summary>
/// A case compiled as a build would: its <c>docker-compose*.yml</c> in ordinal order, its <c>env.txt</c> as the process environment,
/// its <c>properties.txt</c> as MSBuild properties (<c>EcsStackLayout=Single</c>).
/// </summary>
internal sealed record CaseCompilation(Compilation? Compilation, DiagnosticBag Diagnostics, TemplateFormat Format)
{
    /// <summary>All that the case makes, as files.</summary>
    public IEnumerable<BaselineFile> Files => Compilation is null ? [] :
    [
        .. Compilation.Templates.Select(template => new BaselineFile(TemplateFileName.Of(template.Name, Format), TemplateWriter.Write(template, Format))),
        new BaselineFile("manifest.json", ManifestWriter.Write(Compilation.Manifest)),
    ];

    /// <summary>All that the case makes, as one text.</summary>
    public string Text => string.Concat(Files.Select(file => file.Text)) + AnnotatedFindings.List(Diagnostics, Case.Root);

    private static readonly ConcurrentDictionary<string, CaseCompilation> s_compiled = new(StringComparer.Ordinal);

    /// <summary>The case compiled once, whoever asks.</summary>
    public static CaseCompilation Of(Case @case) => s_compiled.GetOrAdd(@case.Name, _ => Of(@case.Files, Case.Root));

    public static CaseCompilation Of(MemoryFiles files, string directory)
    {
        var properties = Variables(files.Read(directory + "/properties.txt"));
        var format = properties.TryGetValue("EcsTemplateFormat", out var name) && name == "yaml" ? TemplateFormat.Yaml : TemplateFormat.Json;
        var diagnostics = new DiagnosticBag();
        var compilation = ComposeCompiler.Compile(new()
        {
            Compose = new ComposeLoadRequest
            {
                Files = ComposeFiles(files, directory),
                ProjectDirectory = directory,
                SourceFiles = files,
                Environment = Variables(files.Read(directory + "/env.txt")),
                ProjectName = properties.TryGetValue("EcsProjectName", out var project) ? project : "shop",
            },
            StackName = properties.TryGetValue("EcsStackName", out var stack) ? stack : null,
            StackLayout = properties.TryGetValue("EcsStackLayout", out var layout) && Enum.TryParse<StackLayout>(layout, out var chosen) ? chosen : null,
            TemplateFormat = format,
            CreateVpc = !properties.TryGetValue("EcsCreateVpc", out var create) || create != "false",
            EnvironmentName = properties.TryGetValue("EcsEnvironment", out var environment) ? environment : null,
            PermissionsBoundary = properties.TryGetValue("EcsPermissionsBoundary", out var boundary) ? boundary : null,
            VpcCidr = properties.TryGetValue("EcsVpcCidr", out var cidr) ? cidr : null,
            MeshProvider = properties.TryGetValue("EcsMeshProvider", out var mesh) && Enum.TryParse<MeshProvider>(mesh, out var provider) ? provider : MeshProvider.AppMesh,
            Image = new ProjectImage(directory + "/Shop.csproj")
            {
                Platform = properties.TryGetValue("ContainerPlatform", out var platform) ? platform : null,
                Ports = properties.TryGetValue("ContainerPort", out var ports) ? ports.Split(';') : [],
            },
        }, diagnostics);
        return new(compilation, diagnostics, format);
    }

    /// <summary>The compose files of a case.</summary>
    public static IReadOnlyList<string> ComposeFiles(MemoryFiles files, string directory) => [.. files.Files
        .Select(file => file.Path)
        .Where(path => path.StartsWith(directory + "/docker-compose", StringComparison.Ordinal) && path.EndsWith(".yml", StringComparison.Ordinal))
        .OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)];

    private static IReadOnlyDictionary<string, string> Variables(SourceFile? file) => (file?.Text ?? "")
        .Split('\n')
        .Select(line => line.TrimEnd('\r').Split(['='], 2))
        .Where(halves => halves.Length == 2)
        .ToDictionary(halves => halves[0], halves => halves[1], StringComparer.Ordinal);
}
