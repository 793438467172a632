using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Something that the database does with other AWS services by itself, and what it may do it with.</summary>
internal sealed record Feature(Located<string> Name, IReadOnlyList<Located<string>> Resources)
{
    private const string Key = "RdsFeatures";

    /// <summary>What the database may do with objects, none where the feature is not about buckets.</summary>
    public IReadOnlyList<string> ObjectActions => Name.Value switch
    {
        "s3Import" => ["s3:GetObject"],
        "s3Export" => ["s3:AbortMultipartUpload", "s3:PutObject"],
        "S3_INTEGRATION" => ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
        _ => [],
    };

    /// <summary>What it may do with the bucket as such.</summary>
    public IReadOnlyList<string> BucketActions => Name.Value == "s3Export" ? [] : ["s3:GetBucketLocation", "s3:ListBucket"];

    public static IReadOnlyList<Feature> Read(MappingReader macros, Engine engine, CfnMap properties, DiagnosticBag diagnostics)
    {
        var written = macros.Sequence(Key)?.Items ?? [];
        var features = written.Select(item => ReadOne(item, engine, diagnostics)).OfType<Feature>().ToList();
        var associated = (properties["AssociatedRoles"] as CfnList)?.Items.OfType<CfnMap>().Select(role => role["FeatureName"]).OfType<CfnString>().Select(name => name.Value).ToList() ?? [];
        foreach (var twice in features.Where(feature => associated.Contains(feature.Name.Value, StringComparer.Ordinal)))
        {
            diagnostics.Add(RdsDiagnostics.FeatureHasRole(twice.Name.Value, twice.Name.Origin));
        }

        return [.. features.Where(feature => !associated.Contains(feature.Name.Value, StringComparer.Ordinal)).GroupBy(feature => feature.Name.Value, StringComparer.Ordinal).Select(Join)];
    }

    private static Feature Join(IGrouping<string, Feature> same) => same.First() with { Resources = [.. same.SelectMany(feature => feature.Resources)] };

    private static Feature? ReadOne(YamlNode item, Engine engine, DiagnosticBag diagnostics)
    {
        if (item is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(Key, "a list of entries with Name and Resources", item.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text("Name");
        var resources = reader.Texts("Resources");
        reader.RejectOthers(Key);
        IReadOnlyList<string> known = engine.Family switch
        {
            EngineFamily.SqlServer or EngineFamily.Oracle => ["S3_INTEGRATION"],
            EngineFamily.PostgreSql => ["s3Export", "s3Import"],
            EngineFamily.MySql when engine.IsAurora => ["s3Export", "s3Import"],
            _ => [],
        };
        if (name is not { } feature || resources.Count == 0)
        {
            diagnostics.Add(RdsDiagnostics.IncompleteFeature(mapping.Location));
            return null;
        }

        if (!known.Contains(feature.Value, StringComparer.Ordinal))
        {
            diagnostics.Add(RdsDiagnostics.UnknownFeature(feature.Value, engine.Name, known, feature.Origin));
            return null;
        }

        return new(feature, resources);
    }
}
