using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Compose;
using ComposeX.Syntax;
using Newtonsoft.Json.Linq;

namespace ComposeX.Compiler.Tests.Corpus;

/// <summary>Files of ECS ComposeX's own, and what that tool makes of them.</summary>
/// <param name="PeerResources">How many resources of each type the peer's templates hold; empty when it made none.</param>
internal sealed record PeerCase(string Name, IReadOnlyList<string> Files, bool ExpectError, IReadOnlyDictionary<string, int> PeerResources)
{
    // Beside the files, as far as the compiler sees; nothing is written there.
    private string LockFile => Path.Combine(Directory, "composex.lock.json");

    private string Directory => Path.GetDirectoryName(Files[0])!;

    /// <summary>The cases of today's spelling.</summary>
    public static IReadOnlyList<PeerCase> Today(string corpus) => [.. JArray.Parse(File.ReadAllText(Path.Combine(corpus, "cases.json"))).Select(data => new PeerCase(
        (string)data["name"]!,
        [.. data["files"]!.Select(file => Path.GetFullPath(Path.Combine(corpus, (string)file!)))],
        (bool)data["expectError"]!,
        ((JObject?)data["peer"]?["resourceTypes"])?.Properties().ToDictionary(type => type.Name, type => (int)type.Value, StringComparer.Ordinal) ?? []))];

    /// <summary>The cases of 2020: whole files, and files that only add to <c>blog.yml</c>.</summary>
    public static IReadOnlyList<PeerCase> Of2020(string corpus)
    {
        var root = Path.Combine(corpus, "use-cases");
        return [.. System.IO.Directory.EnumerateFiles(root, "*.yml", SearchOption.AllDirectories)
            .OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => new PeerCase(
                path.Substring(root.Length + 1).Replace('\\', '/'),
                File.ReadAllLines(path).Any(line => line.TrimStart().StartsWith("image:", StringComparison.Ordinal)) ? [path] : [Path.Combine(root, "blog.yml"), path],
                path.Contains("negative-testing"),
                new Dictionary<string, int>()))];
    }

    /// <summary>The case compiled, whatever it looks up found.</summary>
    public (Compilation? Compilation, DiagnosticBag Diagnostics) Compile()
    {
        var disk = new DiskFiles();
        var project = ComposeLoader.Load(Request(disk), []);
        var diagnostics = new DiagnosticBag();
        var files = new DiskFiles((LockFile, project is null ? "{\"version\": 1, \"lookups\": {}}" : SyntheticLock.For(project)));
        return (ComposeCompiler.Compile(new CompileRequest { Compose = Request(files) }, diagnostics), diagnostics);
    }

    /// <summary>How many resources of each type the templates hold; nested stacks are how they are laid out, and not counted.</summary>
    public static IReadOnlyDictionary<string, int> Count(Compilation compilation) => compilation.Templates
        .SelectMany(template => template.Resources)
        .Where(resource => resource.Type != "AWS::CloudFormation::Stack")
        .GroupBy(resource => resource.Type, StringComparer.Ordinal)
        .ToDictionary(type => type.Key, type => type.Count(), StringComparer.Ordinal);

    public override string ToString() => Name;

    // The peer's own tests run above the folder of the use cases, and their paths are relative to it.
    private ComposeLoadRequest Request(ISourceFiles files) => new()
    {
        Files = Files,
        ProjectDirectory = Directory,
        SourceFiles = files,
        Environment = new Dictionary<string, string> { ["CLUSTER_NAME"] = "dev", ["SITE_NAME"] = "dev", ["REGISTRY_URI"] = "registry.example.com/", ["HOME"] = "/home/nobody" },
        ProjectName = "corpus",
    };

    private sealed class DiskFiles(params (string Path, string Text)[] more) : ISourceFiles
    {
        public SourceFile? Read(string path) => more.Where(file => file.Path == path).Select(file => new SourceFile(file.Path, file.Text)).FirstOrDefault()
            ?? (File.Exists(path) ? new SourceFile(path, File.ReadAllText(path)) : null);

        public bool Exists(string path) => more.Any(file => file.Path == path) || File.Exists(path);
    }
}
