using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>What DynamoDB demands of keys and its published schema does not say: that attributes, table and indexes go together.</summary>
internal static class TableKeys
{
    private const string Hash = "HASH";
    private const string Range = "RANGE";

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html
    private const int MostOfAKind = 4;

    public static void Check(CfnMap properties, IReadOnlyList<TableIndex> indexes, DiagnosticBag diagnostics)
    {
        var table = Key.Of(properties, "the table");
        CheckShape(table, diagnostics);
        foreach (var index in indexes)
        {
            CheckIndex(index, table, diagnostics);
        }

        CheckNames(indexes, diagnostics);
        CheckAttributes(properties, [table, .. indexes.Select(index => Key.Of(index.Properties, $"the index \"{index.Name}\""))], diagnostics);
    }

    private static void CheckIndex(TableIndex index, Key table, DiagnosticBag diagnostics)
    {
        var key = Key.Of(index.Properties, $"the index \"{index.Name}\"");
        if (index.IsGlobal)
        {
            CheckGlobalShape(key, diagnostics);
        }
        else
        {
            CheckShape(key, diagnostics);
            CheckLocal(key, table, diagnostics);
        }
    }

    private static void CheckShape(Key key, DiagnosticBag diagnostics)
    {
        var kinds = key.Parts.Select(part => part.Kind).ToList();
        if (key.IsPlain && !(kinds is [Hash] or [Hash, Range]))
        {
            diagnostics.Add(DynamodbDiagnostics.BadKey(key.Owner, "one attribute of KeyType HASH and behind it at most one of KeyType RANGE", key.Origin));
        }
    }

    private static void CheckGlobalShape(Key key, DiagnosticBag diagnostics)
    {
        var hashes = key.Parts.TakeWhile(part => part.Kind == Hash).Count();
        var ranges = key.Parts.Skip(hashes).TakeWhile(part => part.Kind == Range).Count();
        if (key.IsPlain && (hashes is 0 or > MostOfAKind || ranges > MostOfAKind || hashes + ranges != key.Parts.Count))
        {
            diagnostics.Add(DynamodbDiagnostics.BadKey(key.Owner, "one to four attributes of KeyType HASH and behind them at most four of KeyType RANGE", key.Origin));
        }
    }

    private static void CheckLocal(Key key, Key table, DiagnosticBag diagnostics)
    {
        if (key.IsPlain && table.IsPlain && key.Parts is [{ Kind: Hash } hash, ..] && table.Parts is [{ Kind: Hash } tableHash, ..]
            && (key.Parts.Count < 2 || !string.Equals(hash.Name.Value, tableHash.Name.Value, StringComparison.Ordinal)))
        {
            diagnostics.Add(DynamodbDiagnostics.NotLocal(key.Owner, tableHash.Name.Value, hash.Name.Origin));
        }
        else if (table.IsPlain && table.Parts.Count == 1)
        {
            diagnostics.Add(DynamodbDiagnostics.LocalWithoutRange(key.Owner, key.Origin));
        }
    }

    private static void CheckNames(IReadOnlyList<TableIndex> indexes, DiagnosticBag diagnostics)
    {
        foreach (var same in indexes.Where(index => index.Name is not null).GroupBy(index => index.Name!, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            diagnostics.Add(DynamodbDiagnostics.IndexTwice(same.Key, same.Last().Properties["IndexName"]!.Origin));
        }
    }

    private static void CheckAttributes(CfnMap properties, IReadOnlyList<Key> keys, DiagnosticBag diagnostics)
    {
        if (properties["AttributeDefinitions"] is not (null or CfnList))
        {
            return;
        }

        var definitions = ((properties["AttributeDefinitions"] as CfnList)?.Items ?? []).Select(definition => (definition as CfnMap)?["AttributeName"]).ToList();
        var defined = definitions.OfType<CfnString>().Select(name => name.Value).ToList();
        if (definitions.All(name => name is CfnString))
        {
            foreach (var (key, name) in keys.SelectMany(key => key.Parts.Select(part => (key, part.Name))).Where(pair => !defined.Contains(pair.Name.Value, StringComparer.Ordinal)))
            {
                diagnostics.Add(DynamodbDiagnostics.NotDefined(name.Value, key.Owner, defined, name.Origin));
            }
        }

        var used = keys.SelectMany(key => key.Parts).Select(part => part.Name.Value).ToList();
        foreach (var name in definitions.OfType<CfnString>().Where(name => keys.All(key => key.IsPlain) && !used.Contains(name.Value, StringComparer.Ordinal)))
        {
            diagnostics.Add(DynamodbDiagnostics.NotUsed(name.Value, name.Origin));
        }
    }

    private sealed record Key(string Owner, IReadOnlyList<(CfnString Name, string Kind)> Parts, bool IsPlain, Location Origin)
    {
        // Only what is written out can be judged; a missing KeySchema is reported with the other required properties.
        public static Key Of(CfnMap owner, string name)
        {
            var schema = owner["KeySchema"] as CfnList;
            IReadOnlyList<(CfnString, string)> parts = [.. (schema?.Items ?? []).OfType<CfnMap>()
                .Where(part => part["AttributeName"] is CfnString && part["KeyType"] is CfnString)
                .Select(part => ((CfnString)part["AttributeName"]!, ((CfnString)part["KeyType"]!).Value))];
            return new(name, parts, schema is not null && parts.Count == schema.Items.Count, schema?.Origin ?? owner.Origin);
        }
    }
}
