using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Tags;

/// <summary>Reads <c>x-tags</c>: a mapping of keys to values, or a list of <c>Key</c> and <c>Value</c>.</summary>
internal static class TagReader
{
    private const string Key = "x-tags";

    // https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html: what every service takes.
    private static readonly Regex Allowed = new(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", RegexOptions.CultureInvariant);

    public static IReadOnlyList<Tag> Read(ComposeProject project, DiagnosticBag diagnostics)
    {
        var node = project.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, Key, StringComparison.Ordinal))?.Value;
        var tags = new List<Tag>();
        foreach (var tag in Tags(node, diagnostics))
        {
            if (Fault(tag) is { } fault)
            {
                diagnostics.Add(TagDiagnostics.BadTag(tag.Key, fault, tag.Origin));
            }
            else if (tags.Any(other => string.Equals(other.Key, tag.Key, StringComparison.Ordinal)))
            {
                diagnostics.Add(TagDiagnostics.TaggedTwice(tag.Key, tag.Origin));
            }
            else
            {
                tags.Add(tag);
            }
        }

        return tags;
    }

    private static IEnumerable<Tag> Tags(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMapping mapping:
                var reader = MappingReader.Of(mapping, diagnostics);
                return mapping.Entries.Select(entry => (entry.Name, Value: reader.Text(entry.Name))).Where(tag => tag.Value is not null)
                    .Select(tag => new Tag(tag.Name, tag.Value!.Value.Value, tag.Value.Value.Origin));
            case YamlSequence list:
                return list.Items.Select(item => ReadItem(item, diagnostics)).OfType<Tag>();
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind(Key, "a mapping of keys to values", node.Location));
                return [];
        }
    }

    private static Tag? ReadItem(YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(Key, "a list of entries with \"Key\" and \"Value\"", item.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var key = reader.Text("Key", "name");
        var value = reader.Text("Value", "value");
        reader.RejectOthers(Key);
        if (key is { } name && value is { } text)
        {
            return new(name.Value, text.Value, text.Origin);
        }

        diagnostics.Add(ModelDiagnostics.WrongKind(Key, "a list of entries with \"Key\" and \"Value\"", item.Location));
        return null;
    }

    private static string? Fault(Tag tag) =>
        tag.Key.Length is 0 or > 128 ? "a key has 1 to 128 characters"
        : tag.Value.Length > 256 ? "a value has at most 256 characters"
        : tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? "keys that begin with \"aws:\" belong to AWS"
        : !Allowed.IsMatch(tag.Key) || !Allowed.IsMatch(tag.Value) ? "keys and values hold letters, digits, spaces and _ . : / = + - @"
        : null;
}
