using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Templates;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Interpolation;

/// <summary>Replaces the variables in every text of a document (never in keys), then casts where the attribute is a number or a truth value.</summary>
internal sealed class Interpolator(Variables variables, DiagnosticBag diagnostics)
{
    private readonly Dictionary<YamlNode, YamlScalar?> _expanded = new(SameNode.Instance);

    public static YamlMapping Interpolate(YamlMapping document, Variables variables, DiagnosticBag diagnostics) =>
        (YamlMapping)new Interpolator(variables, diagnostics).Node(document, CastTable.Table.Root);

    /// <summary>The text of one scalar with its variables replaced.</summary>
    public static string Text(YamlScalar scalar, Variables variables, DiagnosticBag diagnostics) =>
        new Interpolator(variables, diagnostics).Scalar(scalar, null).Text;

    private YamlNode Node(YamlNode node, PathStep<Cast>? step) => node switch
    {
        YamlMapping mapping => mapping.Select(entry => Node(entry.Value, step?[entry.Name])),
        YamlSequence sequence => sequence.Select((item, _) => Node(item, step?[PathStep<Cast>.ListItem])),
        YamlScalar scalar => Scalar(scalar, step?.Value),
        _ => node,
    };

    private YamlScalar Scalar(YamlScalar scalar, Cast? cast)
    {
        var hasVariable = scalar.Text.IndexOf('$') >= 0;
        if ((!hasVariable && cast is null) || !ScalarResolver.IsString(scalar))
            return scalar;

        var expanded = hasVariable ? Expanded(scalar) : scalar;
        return cast is null || expanded is null ? expanded ?? scalar : Converted(scalar, expanded.Text, cast);
    }

    // A text that aliases use in many places is expanded once.
    private YamlScalar? Expanded(YamlScalar scalar)
    {
        if (!_expanded.TryGetValue(scalar, out var expanded))
        {
            expanded = Expand(scalar) is { } text
                ? scalar with { Text = text, Style = scalar.Style == YamlScalarStyle.Plain ? YamlScalarStyle.DoubleQuoted : scalar.Style }
                : null;
            _expanded.Add(scalar, expanded);
        }

        return expanded;
    }

    private string? Expand(YamlScalar scalar)
    {
        var template = new Template(name => variables[name]) { KeepsCloudFormation = true };
        var text = template.Expand(scalar.Text);
        diagnostics.AddRange(template.Unset.Distinct(StringComparer.Ordinal).Select(name => InterpolationDiagnostics.VariableIsNotSet(scalar.Location, name)));
        if (template.Fault is not { } fault)
            return text;

        diagnostics.Add(fault.RequiredVariable is { } name
            ? InterpolationDiagnostics.RequiredVariable(scalar.Location, name, fault.Message)
            : InterpolationDiagnostics.Malformed(scalar.Location, scalar.Text));
        return null;
    }

    private YamlScalar Converted(YamlScalar scalar, string text, Cast cast)
    {
        if (cast.Convert(text) is not { } value)
        {
            diagnostics.Add(InterpolationDiagnostics.CannotCast(scalar.Location, text, cast.Expected));
            return scalar;
        }

        if (ReferenceEquals(cast, Cast.Boolean) && Cast.IsOldBoolean(text))
        {
            diagnostics.Add(InterpolationDiagnostics.OldBoolean(scalar.Location, text, value));
        }

        return Tree.Value(value, scalar.Location);
    }
}
