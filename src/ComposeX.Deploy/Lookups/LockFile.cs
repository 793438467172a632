using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Lookups;

/// <summary>
/// The lock file as text: everything in ordinal order, one attribute on each line, so that a change of one is a change of one line.
/// </summary>
internal static class LockFile
{
    private const int Version = 1;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the file has now; nothing when it is not there or cannot be read, since it is written anew.</summary>
    public static IReadOnlyList<LockEntry> Read(string path)
    {
        try
        {
            var root = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject : null;
            return [.. from section in (root?["lookups"] as JsonObject) ?? []
                       from entry in (section.Value as JsonObject) ?? []
                       let text = (entry.Value as JsonObject)?["lookup"] as JsonValue
                       let attributes = (entry.Value as JsonObject)?["attributes"] as JsonObject
                       where text is not null && text.GetValueKind() == JsonValueKind.String && attributes is not null
                       select new LockEntry(section.Key, entry.Key, text.GetValue<string>(), attributes)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return [];
        }
    }

    public static string Text(IEnumerable<LockEntry> entries)
    {
        var sections = entries.GroupBy(entry => entry.Section, StringComparer.Ordinal).OrderBy(section => section.Key, StringComparer.Ordinal)
            .Select(section => Member(2, section.Key, Block(2, section.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(Entry))));
        return $"{{\n  \"version\": {Version},\n{Member(1, "lookups", Block(1, sections))}\n}}\n";
    }

    private static string Entry(LockEntry entry) => Member(3, entry.Name, Block(3,
    [
        Member(4, "lookup", Value(entry.Text)),
        Member(4, "attributes", Block(4, entry.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => Member(5, attribute.Key, Value(attribute.Value))))),
    ]));

    private static string Member(int depth, string name, string value) => $"{Indent(depth)}{Value(name)}: {value}";

    private static string Block(int depth, IEnumerable<string> members) =>
        members.ToList() is { Count: > 0 } lines ? $"{{\n{string.Join(",\n", lines)}\n{Indent(depth)}}}" : "{}";

    private static string Indent(int depth) => new(' ', depth * 2);

    private static string Value(JsonNode? value) => value switch
    {
        JsonArray items => "[" + string.Join(", ", items.Select(Value)) + "]",
        JsonObject members => members.Count == 0 ? "{}" : "{ " + string.Join(", ", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{Value(member.Key)}: {Value(member.Value)}")) + " }",
        null => "null",
        _ => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value, Relaxed)),
    };
}

/// <summary>An entry of the lock file.</summary>
/// <param name="Text">The look-up as one line.</param>
internal sealed record LockEntry(string Section, string Name, string Text, JsonObject Attributes);
