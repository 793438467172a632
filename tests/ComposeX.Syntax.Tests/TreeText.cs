using System;
using System.Linq;

namespace ComposeX.Syntax.Tests;

/// <summary>A tree as text: one node a line with its kind, its span and its text.</summary>
internal static class TreeText
{
    public static string Of(YamlNode node) => Of(node, "");

    private static string Of(YamlNode node, string indent) => node switch
    {
        YamlMapping mapping => $"mapping {Span(node)}\n" + string.Concat(mapping.Entries.Select(entry => $"{indent}  {Text(entry.Key.Text)} {Span(entry.Key)}: {Of(entry.Value, indent + "  ")}")),
        YamlSequence sequence => $"sequence {Span(node)}\n" + string.Concat(sequence.Items.Select(item => $"{indent}  - {Of(item, indent + "  ")}")),
        YamlScalar scalar => $"{ScalarResolver.KindOf(scalar)} {Text(scalar.Text)} {scalar.Style} {Span(node)}\n",
        YamlAlias alias => $"*{alias.Anchor} {Span(node)} of {Span(alias.Target)}\n",
        _ => throw new InvalidOperationException(),
    };

    private static string Span(YamlNode node) =>
        FormattableString.Invariant($"{node.Location.Line}:{node.Location.Column}–{node.Location.EndLine}:{node.Location.EndColumn}") + (node.Tag is { } tag ? " " + tag : "");

    private static string Text(string text) => "\"" + (text.Length > 60 ? $"{text[..60]}…" : text).Replace("\r\n", "\n").Replace("\n", "⏎").Replace("\t", "⇥") + "\"";
}
