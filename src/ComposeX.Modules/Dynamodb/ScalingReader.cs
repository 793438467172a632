using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>Reads <c>Scaling</c> of a table.</summary>
internal sealed class ScalingReader(DiagnosticBag diagnostics)
{
    private const long DefaultCooldown = 60;

    // What DynamoDB recommends to stay within: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
    private const decimal LeastTarget = 20;
    private const decimal MostTarget = 90;

    private static readonly string[] Units = ["ReadCapacityUnits", "WriteCapacityUnits"];

    /// <summary>What scales; null when nothing is said.</summary>
    public static TableScaling? Read(YamlEntry? scaling, IReadOnlyList<TableIndex> indexes, DiagnosticBag diagnostics) => scaling switch
    {
        null => null,
        { Value: YamlMapping mapping } => new ScalingReader(diagnostics).Read(mapping, indexes, scaling.Key.Location),
        _ => Refuse(scaling, diagnostics),
    };

    private static TableScaling? Refuse(YamlEntry scaling, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ModelDiagnostics.WrongKind(DynamodbModule.Scaling, "a mapping with Table, and Indexes or CopyToIndexes", scaling.Value.Location));
        return null;
    }

    private TableScaling Read(YamlMapping scaling, IReadOnlyList<TableIndex> indexes, Location origin)
    {
        var reader = MappingReader.Of(scaling, diagnostics);
        var table = reader.Mapping("Table");
        var named = reader.Mapping("Indexes");
        var copies = reader.Boolean("CopyToIndexes");
        reader.RejectOthers(DynamodbModule.Scaling);
        var known = indexes.Where(index => index is { IsGlobal: true, Name: not null }).Select(index => index.Name!).ToList();
        foreach (var entry in (named?.Entries ?? []).Where(entry => !known.Contains(entry.Name, StringComparer.Ordinal)))
        {
            diagnostics.Add(DynamodbDiagnostics.UnknownIndex(entry.Name, known, entry.Key.Location));
        }

        var ofTable = table is null ? [] : ReadParts(table, null).ToList();
        var ofIndexes = (named?.Entries ?? []).SelectMany(entry => MappingReader.Of(named, diagnostics).Mapping(entry.Name) is { } index ? ReadParts(index, entry.Name) : []).ToList();
        var copied = copies is { Value: true } ? known.Where(name => named?[name] is null).SelectMany(name => ofTable.Select(part => part with { Index = name })) : [];
        if (table is null && (named is null || copies is { Value: true }))
        {
            diagnostics.Add(DynamodbDiagnostics.NothingScales(origin));
        }

        IReadOnlyList<ScaledPart> parts = [.. ofTable, .. ofIndexes, .. copied];
        CheckNames(parts, origin);
        return new(parts, origin);
    }

    // Names that differ in what a logical id cannot hold.
    private void CheckNames(IReadOnlyList<ScaledPart> parts, Location origin)
    {
        var names = parts.Select(part => part.Index).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var alike in names.GroupBy(name => LogicalId.From(name), StringComparer.Ordinal).Select(alike => alike.ToList()).Where(alike => alike.Count > 1))
        {
            diagnostics.Add(DynamodbDiagnostics.IndexesAlike(alike[0], alike[1], origin));
        }
    }

    private IEnumerable<ScaledPart> ReadParts(YamlMapping mapping, string? index)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var parts = Units.Select(unit => (unit, entry: reader.Mapping(unit))).Where(pair => pair.entry is not null).Select(pair => ReadPart(pair.entry!, index, pair.unit)).ToList();
        reader.RejectOthers(index ?? "Table");
        if (parts.Count == 0)
        {
            diagnostics.Add(DynamodbDiagnostics.NothingScales(mapping.Location));
        }

        return parts.OfType<ScaledPart>();
    }

    private ScaledPart? ReadPart(YamlMapping mapping, string? index, string unit)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var minimum = Whole(reader, "MinCapacity", 1);
        var maximum = Whole(reader, "MaxCapacity", 1);
        var target = Target(reader);
        var scaleIn = Whole(reader, "ScaleInCooldown", 0);
        var scaleOut = Whole(reader, "ScaleOutCooldown", 0);
        reader.RejectOthers(unit);
        foreach (var missing in new[] { "MinCapacity", "MaxCapacity", "TargetValue" }.Where(key => mapping[key] is null))
        {
            diagnostics.Add(DynamodbDiagnostics.MissingNumber(missing, unit, mapping.Location));
        }

        if (minimum is not { } least || maximum is not { } most || target is not { } use)
        {
            return null;
        }

        if (least.Value > most.Value)
        {
            diagnostics.Add(DynamodbDiagnostics.MinimumAboveMaximum(least.Value, most.Value, least.Origin));
        }

        return new(index, unit, least.Value, most.Value, use.Value, scaleIn?.Value ?? DefaultCooldown, scaleOut?.Value ?? DefaultCooldown, mapping.Location);
    }

    private Located<long>? Whole(MappingReader reader, string key, long least)
    {
        var number = reader.Integer(key);
        if (number is { } read && (read.Value < least || read.Value > int.MaxValue))
        {
            diagnostics.Add(DynamodbDiagnostics.NoNumber(key, read.Value.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"a whole number from {least} up"), read.Origin));
            return null;
        }

        return number;
    }

    private Located<decimal>? Target(MappingReader reader)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (reader.Text("TargetValue") is not { } text)
        {
            return null;
        }

        if (!decimal.TryParse(text.Value, Styles, CultureInfo.InvariantCulture, out var value) || value < 1 || value > 100)
        {
            diagnostics.Add(DynamodbDiagnostics.NoNumber("TargetValue", text.Value, "a percentage from 1 to 100", text.Origin));
            return null;
        }

        if (value is < LeastTarget or > MostTarget)
        {
            diagnostics.Add(DynamodbDiagnostics.UnusualTarget(text.Value, text.Origin));
        }

        return new(value, text.Origin);
    }
}
