using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Compose.Schema;

/// <summary>The kinds of value that an attribute may have.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    Text = 16,
    List = 32,
    Mapping = 64,

    /// <summary>A date, which is text only where any scalar is.</summary>
    Timestamp = 128,
}

/// <summary>What a value has to look like: which kinds it may be and, where it is a list or a mapping, what is in it.</summary>
internal sealed record Shape(Kinds Kinds)
{
    /// <summary>What the thing is called in a finding, such as <c>a service</c>.</summary>
    public string Noun { get; init; } = "this mapping";

    /// <summary>The only texts allowed, where not any.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>What a text has to satisfy, and how to say that.</summary>
    public (Func<string, bool> IsMet, string Description)? Rule { get; init; }

    /// <summary>How to write what was meant, when a number stands where only text may: <c>"30s"</c> for <c>30</c>.</summary>
    public Func<string, string>? FromNumber { get; init; }

    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>What an item of a list looks like.</summary>
    public Shape? Items { get; init; }

    /// <summary>Whether no two items may be equal.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The attributes of a mapping with fixed keys.</summary>
    public IReadOnlyDictionary<string, Shape>? Attributes { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Whether <c>x-*</c> keys may stand beside the attributes.</summary>
    public bool TakesExtensions { get; init; } = true;

    /// <summary>What a value looks like in a mapping whose keys the user chooses.</summary>
    public Shape? Values { get; init; }

    /// <summary>What a key that the user chooses has to satisfy.</summary>
    public Func<string, bool>? KeyRule { get; init; }

    /// <summary>Whether a key that is not known, or breaks the rule, is passed over.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The same shape, or a value of other kinds.</summary>
    public Shape Or(Kinds kinds) => this with { Kinds = Kinds | kinds };

    /// <summary>Either shape: one is a list or a scalar, the other a mapping.</summary>
    public Shape Or(Shape other) => this with
    {
        Kinds = Kinds | other.Kinds,
        Noun = other.Attributes is null ? Noun : other.Noun,
        OneOf = OneOf ?? other.OneOf,
        Items = Items ?? other.Items,
        IsUnique = IsUnique || other.IsUnique,
        Attributes = Attributes ?? other.Attributes,
        Required = Required.Count > 0 ? Required : other.Required,
        TakesExtensions = TakesExtensions && other.TakesExtensions,
        Values = Values ?? other.Values,
        KeyRule = KeyRule ?? other.KeyRule,
        IsOpen = IsOpen || other.IsOpen,
    };

    /// <summary>The kinds in words: <c>text or a number</c>.</summary>
    public string KindsInWords()
    {
        var words = _words.Where(pair => (Kinds & pair.Kind) != 0 && !(pair.Kind == Kinds.Integer && (Kinds & Kinds.Number) != 0)).Select(pair => pair.Word).ToList();
        return words.Count <= 1 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + " or " + words[words.Count - 1];
    }

    private static readonly (Kinds Kind, string Word)[] _words =
    [
        (Kinds.Text, "text"),
        (Kinds.Integer, "a whole number"),
        (Kinds.Number, "a number"),
        (Kinds.Boolean, "true or false"),
        (Kinds.List, "a list"),
        (Kinds.Mapping, "a mapping"),
        (Kinds.Null, "nothing"),
    ];
}
