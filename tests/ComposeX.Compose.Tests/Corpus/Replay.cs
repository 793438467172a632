using System;
using System.IO;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;
using ComposeX.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ComposeX.Compose.Tests.Corpus;

/// <summary>What became of a case, and how it differs from what the reference makes of it.</summary>
internal sealed record Replay(CorpusCase Case, string Outcome, string Detail)
{
    public const string Same = "same";

    public const string Refused = "refused";

    public bool IsAsExpected => Outcome is Same or Refused;

    public static Replay Of(CorpusCase @case)
    {
        var diagnostics = new DiagnosticBag();
        var project = ComposeLoader.Load(@case.Request(), diagnostics);
        var findings = string.Join("\n", diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Location}: {diagnostic.Code}: {diagnostic.Message}"));
        if (!@case.IsValid)
            return project is not null ? Accepted(@case, project) : Located(@case, diagnostics, findings);

        if (project is null)
            return new Replay(@case, "refused a valid one", findings);

        var actual = ModelJson.Of(project.Root, @case.KeepsUnusedResources, @case.Tokens());
        var expected = @case.Expected().Select(Numbers).ToList();
        return expected.Any(model => JToken.DeepEquals(model, Numbers(actual)))
            ? new Replay(@case, Same, "")
            : new Replay(@case, "differs", UnifiedDiff.Of(Text(expected[0]), Text(Numbers(actual))));
    }

    // What only ECS ComposeX understands is accepted, and has to be what the reference makes of it without its checks.
    private static Replay Accepted(CorpusCase @case, ComposeProject project)
    {
        if (@case.Lenient() is not { } expected)
            return new Replay(@case, "accepted", Error(@case));

        var actual = Numbers(ModelJson.Of(project.Root, @case.KeepsUnusedResources, @case.Tokens()));
        return JToken.DeepEquals(Numbers(expected), actual)
            ? new Replay(@case, Same, "")
            : new Replay(@case, "accepted, and differs", UnifiedDiff.Of(Text(Numbers(expected)), Text(actual)));
    }

    private static Replay Located(CorpusCase @case, DiagnosticBag diagnostics, string findings)
    {
        var isLocated = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).All(diagnostic => IsPlace(diagnostic.Location));
        return new Replay(@case, isLocated ? Refused : "refused at no place", $"{Error(@case)}\n{findings}");
    }

    private static bool IsPlace(Location at) => !File.Exists(at.File) || (at.Line >= 1 && at.Line <= File.ReadAllText(at.File).Split('\n').Length && at.Column >= 1);

    private static string Error(CorpusCase @case) => Path.Combine(@case.Folder, "error.txt") is var path && File.Exists(path) ? File.ReadAllText(path).Trim() : "";

    // Sorted keys, and every number as one of double precision: 1 and 1.0 are the same in JSON.
    private static JToken Numbers(JToken token) => token switch
    {
        JObject mapping => new JObject(mapping.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Numbers(property.Value)))),
        JArray { Parent: JProperty { Name: "ssh" } } keys => new JArray(keys.OrderBy(key => key.ToString(), StringComparer.Ordinal)),
        JArray array => new JArray(array.Select(Numbers)),
        JValue { Type: JTokenType.Integer or JTokenType.Float } number => new JValue((double)number),
        _ => token,
    };

    private static string Text(JToken token) => token.ToString(Formatting.Indented) + "\n";
}
