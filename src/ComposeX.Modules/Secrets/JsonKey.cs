using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>A key in the JSON of a secret, and the variable that gets its value.</summary>
internal sealed record JsonKey(string Key, Located<string> Variable)
{
    private static readonly string[] Transforms = ["java_properties", "title", "capitalize"];

    public static IReadOnlyList<JsonKey> ReadAll(YamlSequence? keys, DiagnosticBag diagnostics) =>
        [.. (keys?.Items ?? []).Select(item => Read(item, diagnostics)).OfType<JsonKey>()];

    private static JsonKey? Read(YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("JsonKeys", "a list of entries, each with SecretKey, and VarName or Transform", item.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var key = reader.Text("SecretKey");
        var name = reader.Text("VarName");
        var transform = reader.Text("Transform");
        reader.RejectOthers();
        if (transform is { } asked && Array.IndexOf(Transforms, asked.Value) < 0)
        {
            diagnostics.Add(SecretsDiagnostics.UnknownTransform(asked.Value, Transforms, asked.Origin));
        }

        // A colon would end the key where ECS reads the ARN.
        if (key is not { Value.Length: > 0 } given || given.Value.Contains(':'))
        {
            diagnostics.Add(SecretsDiagnostics.NoSecretKey(key?.Origin ?? mapping.Location));
            return null;
        }

        var variable = name ?? new Located<string>(Transformed(given.Value, transform?.Value), given.Origin);
        return VariableName.Check(variable, diagnostics) ? new(given.Value, variable) : null;
    }

    private static string Transformed(string key, string? transform) => transform switch
    {
        "java_properties" => key.ToUpperInvariant().Replace('.', '_'),
        "capitalize" => key.ToUpperInvariant(),
        "title" => Title(key),
        _ => key,
    };

    // Each word's first letter is a capital, the others are not.
    private static string Title(string key) => new([.. key.Select((character, index) =>
        index > 0 && char.IsLetter(key[index - 1]) ? char.ToLowerInvariant(character) : char.ToUpperInvariant(character))]);
}
