using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.FilePaths;

/// <summary>Makes every relative path absolute. One that is absolute already stays, so a file's own paths can be resolved before it is merged into another's.</summary>
internal static class PathPhase
{
    public static YamlMapping Apply(YamlMapping document, PathBase start, DiagnosticBag diagnostics) =>
        (YamlMapping)Node(document, PathRules.Table.Root, start, diagnostics);

    private static YamlNode Node(YamlNode node, PathStep<PathRule>? step, PathBase start, DiagnosticBag diagnostics)
    {
        if (step is null)
            return node;

        if (step.Value is { } rule)
            return rule(node, start, diagnostics);

        return node switch
        {
            YamlMapping mapping => mapping.Select(entry => Node(entry.Value, step[entry.Name], start, diagnostics)),
            YamlSequence sequence when step[PathStep<PathRule>.ListItem] is { } items => sequence.Select((item, _) => Node(item, items, start, diagnostics)),
            _ => node,
        };
    }
}
