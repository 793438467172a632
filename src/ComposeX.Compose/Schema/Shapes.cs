using System;
using System.Linq;

namespace ComposeX.Compose.Schema;

/// <summary>The shapes that many attributes share, and the words to build others from.</summary>
internal static class Shapes
{
    public static Shape Text { get; } = new(Kinds.Text);

    /// <summary>A length of time.</summary>
    public static Shape Time { get; } = Text with { FromNumber = number => $"\"{number}s\"" };

    /// <summary>A number of bytes that Compose takes as text only.</summary>
    public static Shape Size { get; } = Text with { FromNumber = number => $"\"{number}b\" for bytes, or \"{number}m\" for MiB" };

    public static Shape TextOrNull { get; } = new(Kinds.Text | Kinds.Null);

    public static Shape Boolean { get; } = new(Kinds.Boolean);

    public static Shape BooleanOrText { get; } = new(Kinds.Boolean | Kinds.Text);

    public static Shape Integer { get; } = new(Kinds.Integer);

    public static Shape IntegerOrText { get; } = new(Kinds.Integer | Kinds.Text);

    public static Shape Number { get; } = new(Kinds.Integer | Kinds.Number);

    public static Shape NumberOrText { get; } = new(Kinds.Integer | Kinds.Number | Kinds.Text);

    /// <summary>A list of texts, no two alike.</summary>
    public static Shape TextSet { get; } = ListOf(Text) with { IsUnique = true };

    /// <summary>A list of texts.</summary>
    public static Shape TextList { get; } = ListOf(Text);

    public static Shape TextOrSet { get; } = TextSet.Or(Kinds.Text);

    /// <summary>A command: text for a shell to split, or its arguments.</summary>
    public static Shape Command { get; } = TextList.Or(Kinds.Text | Kinds.Null);

    /// <summary>Labels, variables, arguments: a mapping of scalars, or a list of <c>KEY=value</c>.</summary>
    public static Shape KeyValues { get; } = MapOf(new Shape(Kinds.Text | Kinds.Timestamp | Kinds.Integer | Kinds.Number | Kinds.Boolean | Kinds.Null)).Or(TextSet);

    /// <summary>Options of a driver.</summary>
    public static Shape DriverOptions { get; } = MapOf(NumberOrText.Or(Kinds.Timestamp));

    public static Shape ListOf(Shape items) => new(Kinds.List) { Items = items };

    public static Shape MapOf(Shape values) => new(Kinds.Mapping) { Values = values };

    public static Shape OneOf(params string[] texts) => new(Kinds.Text) { OneOf = texts };

    /// <summary>A mapping with these attributes; those whose name ends in <c>!</c> have to be there.</summary>
    public static Shape Object(string noun, params (string Name, Shape Shape)[] attributes) => new(Kinds.Mapping)
    {
        Noun = noun,
        Attributes = attributes.ToDictionary(attribute => attribute.Name.TrimEnd('!'), attribute => attribute.Shape, StringComparer.Ordinal),
        Required = [.. attributes.Where(attribute => attribute.Name.EndsWith("!", StringComparison.Ordinal)).Select(attribute => attribute.Name.TrimEnd('!'))],
    };

    /// <summary>Whether a key is a name as services, volumes, secrets and configs may have.</summary>
    public static bool IsResourceName(string name) =>
        name.Length > 0 && name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-');

    /// <summary>Whether a key is all small letters, as the names of limits are.</summary>
    public static bool IsLimitName(string name) => name.Length > 0 && name.All(character => character is >= 'a' and <= 'z');
}
