using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.LongForm;

/// <summary>Brings every attribute into its long form.</summary>
internal static class LongFormPhase
{
    public static YamlMapping Apply(YamlMapping document, DiagnosticBag diagnostics) =>
        (YamlMapping)Node(document, LongFormRules.Table.Root, diagnostics);

    private static YamlNode Node(YamlNode node, PathStep<LongFormRule>? step, DiagnosticBag diagnostics)
    {
        if (step is null)
            return node;

        return (step.Value is { } rule ? rule(node, diagnostics) : node) switch
        {
            YamlMapping mapping => mapping.Select(entry => Node(entry.Value, step[entry.Name], diagnostics)),
            YamlSequence sequence when step[PathStep<LongFormRule>.ListItem] is { } items => sequence.Select((item, _) => Node(item, items, diagnostics)),
            var scalar => scalar,
        };
    }
}
