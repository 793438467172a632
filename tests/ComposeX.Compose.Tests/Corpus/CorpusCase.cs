using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ComposeX.Compose.Tests.Corpus;

/// <summary>One case of the corpus: what is loaded, and what the reference made of it.</summary>
internal sealed record CorpusCase(string Path, string Folder, JObject Data)
{
    private const string Home = "/home/oracle";

    private const string NoFile = "/dev/null";

    /// <summary>The source and name, such as <c>probes/ports.range</c>.</summary>
    public string Source => Path.Split('/')[0];

    // Where docker compose ships a newer library than the corpus was made with, its answer counts.
    public bool IsValid => (bool)((Data["dockerComposePins"] as JObject)?["valid"] ?? Data["valid"])!;

    public bool KeepsUnusedResources => Arguments.Contains("--all-resources");

    public string ProjectDirectory => System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, (string?)Data["projectDir"] ?? "."));

    private IReadOnlyList<string> Arguments => Texts("args");

    public static IEnumerable<CorpusCase> In(string corpus) => JArray.Parse(File.ReadAllText(System.IO.Path.Combine(corpus, "index.json")))
        .Select(entry => (string)entry["path"]!)
        .Select(path => (Path: path, Folder: System.IO.Path.Combine(corpus, path)))
        .Select(pair => new CorpusCase(pair.Path, pair.Folder, JObject.Parse(File.ReadAllText(System.IO.Path.Combine(pair.Folder, "case.json")))));

    public ComposeLoadRequest Request()
    {
        var files = new DiskFiles();
        return new ComposeLoadRequest
        {
            Files = Files(files),
            ProjectDirectory = ProjectDirectory,
            SourceFiles = files,
            Environment = ((JObject?)Data["env"])?.Properties().ToDictionary(property => property.Name, property => (string)property.Value!) ?? [],
            EnvironmentFiles = [.. Values("--env-file").Select(Absolute), .. Arguments.Contains("--no-dotenv") ? [NoFile] : Array.Empty<string>()],
            HomeDirectory = Home,
            Profiles = Texts("profiles"),
            ProjectName = Values("--project-name").FirstOrDefault(),
            Services = Texts("services"),
        };
    }

    /// <summary>The models that the reference computes, one where it always computes the same.</summary>
    public IReadOnlyList<JToken> Expected() => [.. Directory.EnumerateFiles(Folder, "expected*.json")
        .Where(file => System.IO.Path.GetFileName(file) is var name && (name is "expected.json" or "expected.dockercompose.json" || name.StartsWith("expected.alt", StringComparison.Ordinal)))
        .Select(Json)];

    /// <summary>What the reference computes with its checks off, of a file that only ECS ComposeX accepts; or null.</summary>
    public JToken? Lenient() => System.IO.Path.Combine(Folder, "expected.lenient.json") is var file && File.Exists(file) ? Json(file) : null;

    /// <summary>The tokens that stand for directories in the expected models.</summary>
    public IReadOnlyList<(string Token, string Directory)> Tokens() =>
    [
        ("$PROJECT_DIR", ProjectDirectory),
        ("$CASE_DIR", Folder),
        ("$CASE_PARENT", System.IO.Path.GetDirectoryName(Folder)!),
        ("$CASE_GRANDPARENT", System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(Folder)!)!),
        ("$HOME_DIR", Home),
    ];

    private IReadOnlyList<string> Files(DiskFiles files)
    {
        if (Texts("files") is { Count: > 0 } named)
            return [.. named.Select(Absolute)];

        for (var directory = ProjectDirectory; directory.Length >= Folder.Length; directory = System.IO.Path.GetDirectoryName(directory)!)
        {
            if (ComposeFiles.Find(files, directory) is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    private static JToken Json(string file) =>
        JsonConvert.DeserializeObject<JToken>(File.ReadAllText(file), new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    private string Absolute(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, path));

    private IReadOnlyList<string> Texts(string name) => Data[name] is JArray array ? [.. array.Select(item => (string)item!)] : [];

    private IEnumerable<string> Values(string option) => Arguments.Zip(Arguments.Skip(1), (name, value) => (name, value)).Where(pair => pair.name == option).Select(pair => pair.value);
}
