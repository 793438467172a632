using System;
using ComposeX.Syntax;

namespace ComposeX.Compose.Values;

/// <summary>How one attribute is spelt in the canonical model.</summary>
/// <param name="Convert">The canonical value, or null when nothing stands for it.</param>
internal sealed record ValueRule(Func<YamlEntry, DiagnosticBag, YamlNode?>? Convert = null)
{
    /// <summary>Whether false, 0, "" and an empty list or mapping are values of their own, and no different way to say nothing.</summary>
    public bool KeepsEmpty { get; init; }

    /// <summary>Whether an entry without a value is kept.</summary>
    public bool KeepsNull { get; init; }

    /// <summary>Whether what is in a converted mapping is converted too.</summary>
    public bool ConvertsBelow { get; init; } = Convert is null;
}
