using System;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Merging;

/// <summary>Maps that may also be written as a list of <c>KEY=value</c>, or for some attributes as a list of keys.</summary>
internal static class KeyValues
{
    /// <summary>The mapping that a list of <c>KEY=value</c> stands for, values as text; null when an item is not text.</summary>
    public static YamlMapping? FromList(YamlSequence list)
    {
        var builder = new MappingBuilder(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is not YamlScalar scalar || item.AsText() is not { } text)
                return null;

            var (key, value) = Split(scalar, text);
            builder.Set(new YamlEntry(key, value));
        }

        return builder.Build(list.Location);
    }

    /// <summary>The mapping with a value for each text of a list; null when an item is not text.</summary>
    public static YamlMapping? FromKeys(YamlSequence list, Func<Location, YamlNode> value)
    {
        var builder = new MappingBuilder(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item.AsText() is not { } text)
                return null;

            builder.Set(new YamlEntry(Tree.Text(text, item.Location), value(item.Location)));
        }

        return builder.Build(list.Location);
    }

    /// <summary>The text before the first <c>=</c>.</summary>
    public static string KeyOf(string text) => text.IndexOf('=') is >= 0 and var at ? text.Substring(0, at) : text;

    // The value's place is exact where the text stands on one line as it is.
    private static (YamlScalar Key, YamlNode Value) Split(YamlScalar item, string text)
    {
        var at = text.IndexOf('=');
        var place = item.Location;
        if (at < 0)
            return (Tree.Text(text, place), Tree.Null(place));

        var column = place.Column + (item.Style == YamlScalarStyle.Plain ? 0 : 1) + at;
        var isExact = place.Line == place.EndLine && column + 1 <= place.EndColumn;
        var key = isExact ? place with { EndColumn = column } : place;
        var value = isExact ? place with { Column = column + 1 } : place;
        return (Tree.Text(text.Substring(0, at), key), Tree.Text(text.Substring(at + 1), value));
    }
}
