using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Schema;

/// <summary>Compares a document with the shape that the Compose Specification gives it, and reports every difference at its place.</summary>
internal sealed class SchemaCheck(DiagnosticBag diagnostics)
{
    public static void Check(YamlMapping document, DiagnosticBag diagnostics) =>
        new SchemaCheck(diagnostics).Mapping(document, ComposeShape.File);

    private void Value(YamlNode node, string name, Location place, Shape shape)
    {
        switch (node)
        {
            case YamlMapping mapping when (shape.Kinds & Kinds.Mapping) != 0:
                Mapping(mapping, shape);
                break;
            case YamlSequence sequence when (shape.Kinds & Kinds.List) != 0:
                Sequence(sequence, name, shape);
                break;
            case YamlScalar scalar:
                Scalar(scalar, name, place, shape);
                break;
            default:
                diagnostics.Add(SchemaDiagnostics.WrongKind(place, name, shape.KindsInWords(), node));
                break;
        }
    }

    private void Mapping(YamlMapping mapping, Shape shape)
    {
        foreach (var entry in mapping.Entries)
        {
            Entry(entry, shape);
        }

        foreach (var missing in shape.Required.Where(name => mapping.Entry(name) is null))
        {
            diagnostics.Add(SchemaDiagnostics.Missing(mapping.Location, missing, shape.Noun));
        }
    }

    private void Entry(YamlEntry entry, Shape shape)
    {
        if (Below(entry, shape) is { } below)
        {
            Value(entry.Value, $"\"{entry.Name}\"", PlaceOf(entry), below);
        }
        else if (shape.Attributes is not null && shape.TakesExtensions && entry.IsExtension())
        {
            Finite(entry.Value);
        }
        else if (!shape.IsOpen)
        {
            diagnostics.Add(shape.Attributes is { } known
                ? SchemaDiagnostics.UnknownAttribute(entry.Key, shape.Noun, known.Keys)
                : SchemaDiagnostics.BadName(entry.Key));
        }
    }

    private static Shape? Below(YamlEntry entry, Shape shape)
    {
        if (shape.Attributes is { } attributes)
            return attributes.TryGetValue(entry.Name, out var attribute) ? attribute : null;

        return shape.KeyRule is null || shape.KeyRule(entry.Name) ? shape.Values : null;
    }

    private void Sequence(YamlSequence sequence, string name, Shape shape)
    {
        if (shape.Items is { } items)
        {
            foreach (var item in sequence.Items)
            {
                Value(item, $"An item of {name}", item.Location, items);
            }
        }

        if (shape.IsUnique)
        {
            Unique(sequence, name);
        }
    }

    private void Unique(YamlSequence sequence, string name)
    {
        var known = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var item in sequence.Items)
        {
            var key = NodeText.Of(item);
            if (known.TryGetValue(key, out var first))
            {
                diagnostics.Add(SchemaDiagnostics.EqualItems(item.Location, name, first.Location));
            }
            else
            {
                known.Add(key, item);
            }
        }
    }

    private void Scalar(YamlScalar scalar, string name, Location place, Shape shape)
    {
        var value = ScalarResolver.Resolve(scalar);
        if ((shape.Kinds & KindOf(value)) == 0)
        {
            diagnostics.Add(shape.FromNumber is { } right && value.Kind is (ScalarKind.Integer or ScalarKind.Float)
                ? SchemaDiagnostics.NumberAlone(place, name, scalar.Text, right(scalar.Text))
                : SchemaDiagnostics.WrongKind(place, name, shape.KindsInWords(), scalar));
        }
        else if (value.Kind == ScalarKind.Float && IsInfinite(value))
        {
            diagnostics.Add(SchemaDiagnostics.NotFinite(scalar));
        }
        else if (value.Kind == ScalarKind.Integer && (value.Integer < shape.Least || value.Integer > shape.Most))
        {
            diagnostics.Add(SchemaDiagnostics.OutOfRange(scalar, name, shape.Least, shape.Most));
        }
        else if (value.Kind == ScalarKind.String)
        {
            Text(scalar, value.Text, name, shape);
        }
    }

    private void Text(YamlScalar scalar, string text, string name, Shape shape)
    {
        if (shape.OneOf is { } allowed && !allowed.Contains(text))
        {
            diagnostics.Add(SchemaDiagnostics.NotOneOf(scalar, name, allowed));
        }

        if (shape.Rule is { } rule && !rule.IsMet(text))
        {
            diagnostics.Add(SchemaDiagnostics.BreaksRule(scalar, name, rule.Description));
        }
    }

    private void Finite(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Finite(entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Finite(item);
                }

                break;
            case YamlScalar scalar when ScalarResolver.Resolve(scalar) is { Kind: ScalarKind.Float } value && IsInfinite(value):
                diagnostics.Add(SchemaDiagnostics.NotFinite(scalar));
                break;
        }
    }

    private static bool IsInfinite(ScalarValue value) => double.IsNaN(value.Float) || double.IsInfinity(value.Float);

    private static Kinds KindOf(ScalarValue value) => value.Kind switch
    {
        ScalarKind.Null => Kinds.Null,
        ScalarKind.Boolean => Kinds.Boolean,
        ScalarKind.Integer => Kinds.Integer,
        ScalarKind.Float => value.Float == Math.Floor(value.Float) ? Kinds.Number | Kinds.Integer : Kinds.Number,
        ScalarKind.Timestamp => Kinds.Timestamp,
        _ => Kinds.Text,
    };

    // An absent value has no text of its own: its key stands for it.
    private static Location PlaceOf(YamlEntry entry) => entry.Value is YamlScalar { Text: "", Style: YamlScalarStyle.Plain } ? entry.Key.Location : entry.Value.Location;
}
