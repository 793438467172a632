using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Values;

/// <summary>Spells every value canonically: sizes in bytes, times, commands as lists, labels as mappings; drops what says nothing.</summary>
internal sealed class ValuePhase(DiagnosticBag diagnostics)
{
    public static YamlMapping Apply(YamlMapping model, DiagnosticBag diagnostics) =>
        new ValuePhase(diagnostics).Mapping(model, ValueRules.Table.Root);

    private YamlMapping Mapping(YamlMapping mapping, PathStep<ValueRule>? step) =>
        mapping.Select(entry => entry.IsExtension() && step?[entry.Name]?.Value is null ? entry.Value : Attribute(entry, step?[entry.Name]));

    private YamlNode? Attribute(YamlEntry entry, PathStep<ValueRule>? step)
    {
        var rule = step?.Value;
        var value = rule?.Convert is { } convert ? convert(entry, diagnostics) : entry.Value;
        value = value switch
        {
            YamlMapping mapping when rule?.ConvertsBelow != false => Mapping(mapping, step),
            YamlSequence list when step?[PathStep<ValueRule>.ListItem] is { } items => list.Select((item, _) => item is YamlMapping mapping ? Mapping(mapping, items) : item),
            YamlScalar scalar when rule?.Convert is null && ScalarResolver.Resolve(scalar) is { Kind: ScalarKind.Timestamp } time => Tree.Text(time.Printed, scalar.Location),
            _ => value,
        };
        if (value is null)
            return null;

        return ScalarResolver.IsNull(value) ? rule?.KeepsNull == true ? value : null
            : rule?.KeepsEmpty == true || !SaysNothing(value) ? value
            : null;
    }

    private static bool SaysNothing(YamlNode value) => value switch
    {
        YamlMapping mapping => mapping.Entries.Count == 0,
        YamlSequence sequence => sequence.Items.Count == 0,
        YamlScalar scalar => ScalarResolver.Resolve(scalar) switch
        {
            { Kind: ScalarKind.Boolean } truth => !truth.Boolean,
            { Kind: ScalarKind.Integer } number => number.Integer == 0,
            { Kind: ScalarKind.Float } number => number.Float == 0,
            var text => text.Text is "" or "0s",
        },
        _ => false,
    };
}
