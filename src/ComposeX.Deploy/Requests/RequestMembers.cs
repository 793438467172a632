using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Requests;

/// <summary>Takes typed members out of a JSON object, noting every fault and which members were never taken.</summary>
internal sealed class RequestMembers(JsonElement root, string file, DiagnosticBag diagnostics)
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    public Location Place => Location.OfFile(file);

    public bool Has(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public string? Text(string name) =>
        Take(name, "a text", JsonValueKind.String) is { } value && value.GetString() is { Length: > 0 } text ? text : null;

    public string? FilePath(string name) =>
        Text(name) is { } path ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path)) : null;

    public bool? Flag(string name) => Take(name, "true or false", JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public double? Number(string name) => Take(name, "a number", JsonValueKind.Number)?.GetDouble();

    public IReadOnlyList<string> Texts(string name) =>
        Take(name, "an array of texts", JsonValueKind.Array) is { } array && AllTexts(name, array.EnumerateArray().ToList(), "an array of texts")
            ? [.. array.EnumerateArray().Select(item => item.GetString()!)]
            : [];

    public IReadOnlyDictionary<string, string> TextMap(string name)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Take(name, "an object of texts", JsonValueKind.Object) is { } members
            && AllTexts(name, [.. members.EnumerateObject().Select(member => member.Value)], "an object of texts"))
        {
            foreach (var member in members.EnumerateObject())
                map[member.Name] = member.Value.GetString()!;
        }

        return map;
    }

    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> values)
        where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        if (values.TryGetValue(text, out var value))
            return value;
        Wrong(name, "one of " + string.Join(", ", values.Keys.Select(key => $"\"{key}\"")) + $", not \"{text}\"");
        return null;
    }

    public void Wrong(string name, string expected) => diagnostics.Add(RequestDiagnostics.WrongValue(Place, name, expected));

    public void RefuseOthers()
    {
        foreach (var member in root.EnumerateObject().Where(member => !_known.Contains(member.Name)))
            diagnostics.Add(RequestDiagnostics.UnknownMember(Place, member.Name, _known));
    }

    private bool AllTexts(string name, IReadOnlyList<JsonElement> values, string expected)
    {
        if (values.All(value => value.ValueKind == JsonValueKind.String))
            return true;
        Wrong(name, expected);
        return false;
    }

    private JsonElement? Take(string name, string expected, params JsonValueKind[] kinds)
    {
        _known.Add(name);
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (kinds.Contains(value.ValueKind))
            return value;
        Wrong(name, expected);
        return null;
    }
}
