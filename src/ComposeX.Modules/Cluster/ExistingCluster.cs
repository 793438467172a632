using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>A cluster that is there already: named by <c>Use</c>, or found for <c>Lookup</c>.</summary>
internal sealed record ExistingCluster(ClusterOffer Offer, CfnValue Name, CfnValue Arn, bool IsLookedUp)
{
    private static readonly Regex NameOrArn = new(@"^(?<arn>arn:[a-z-]+:ecs:[a-z0-9-]+:\d{12}:cluster/)?(?<name>[A-Za-z0-9][A-Za-z0-9_-]{0,254})$", RegexOptions.CultureInvariant);

    private static readonly LookupSource Source = new("ecs:cluster", "AWS::ECS::Cluster", LookupSources.Arn("ecs", "cluster/(?<id>.+)"), "${id}",
    [
        new("ClusterName", "ClusterName"),
        new("Arn", "Arn"),
        new("CapacityProviders", "CapacityProviders", IsOptional: true),
        new("DefaultCapacityProviderStrategy", "DefaultCapacityProviderStrategy", IsOptional: true),
        new("CloudWatchLogGroupName", "Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName", IsOptional: true),
        new("S3BucketName", "Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName", IsOptional: true),
        new("KmsKeyId", "Configuration.ExecuteCommandConfiguration.KmsKeyId", IsOptional: true),
    ]);

    /// <summary>A cluster is found by its name.</summary>
    public static IReadOnlyList<LookupQuery> QueriesOf(YamlNode? lookup) => ((lookup as YamlMapping)?["ClusterName"] ?? lookup) is YamlScalar name
        ? [new(Source, new YamlMapping([new YamlEntry(name with { Text = "Identifier" }, name)], name.Location)) { RoleArn = (lookup as YamlMapping)?["RoleArn"] }]
        : [];

    public static ExistingCluster? Read(Declaration declaration, DiagnosticBag diagnostics) =>
        declaration.Lookup is { } lookup ? OfLookup(lookup, declaration.Found, diagnostics) : OfUse(declaration, diagnostics);

    /// <summary>Nothing of an existing cluster can be set from here.</summary>
    public static void RejectOwn(Declaration declaration, DiagnosticBag diagnostics)
    {
        var existing = declaration.Lookup is null ? "Use" : "Lookup";
        if (declaration is { Lookup: not null, Use: { } use })
        {
            diagnostics.Add(ClusterDiagnostics.HasNoEffect("Use", existing, use.Location));
        }

        foreach (var (name, node) in new[] { ("Properties", declaration.Properties), ("MacroParameters", declaration.MacroParameters), ("Settings", declaration.Settings) })
        {
            if (node is not null)
            {
                diagnostics.Add(ClusterDiagnostics.HasNoEffect(name, existing, node.Location));
            }
        }
    }

    private static ExistingCluster? OfUse(Declaration declaration, DiagnosticBag diagnostics)
    {
        var value = CfnValueReader.Read(declaration.Use!);
        var cfn = new Cfn(value.Origin);
        switch (value)
        {
            case CfnFunction function:
                return new(new ClusterOffer(function), function, ArnOf(cfn, ("Name", function)), false);
            case CfnString text when NameOrArn.Match(text.Value) is { Success: true } match:
                var name = cfn.String(match.Groups["name"].Value);
                return new(new ClusterOffer(text), name, match.Groups["arn"].Success ? text : ArnOf(cfn, ("Name", name)), false);
            default:
                diagnostics.Add(ClusterDiagnostics.NameExpected((declaration.Use as YamlScalar)?.Text ?? "Use", value.Origin));
                return null;
        }
    }

    private static CfnFunction ArnOf(Cfn cfn, (string, CfnValue?) name) => name.Item2 is CfnString text
        ? cfn.Sub($"arn:${{AWS::Partition}}:ecs:${{AWS::Region}}:${{AWS::AccountId}}:cluster/{text.Value}")
        : cfn.Sub("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:cluster/${Name}", name);

    private static ExistingCluster? OfLookup(YamlNode lookup, FoundResource? found, DiagnosticBag diagnostics)
    {
        CheckShape(lookup, diagnostics);
        if (found?.Require("ClusterName", lookup.Location, diagnostics) is not { } name)
        {
            return null;
        }

        var offer = new ClusterOffer(name)
        {
            CapacityProviders = Known(found, "CapacityProviders", Strategies.Names),
            DefaultProviders = Known(found, "DefaultCapacityProviderStrategy", Strategies.Providers),
            ExecLogging = ExecArns.Of(Of(found, "CloudWatchLogGroupName"), Of(found, "S3BucketName"), null, Of(found, "KmsKeyId"), lookup.Location),
        };
        return new(offer, name, Of(found, "Arn") ?? name, true);
    }

    private static void CheckShape(YamlNode lookup, DiagnosticBag diagnostics)
    {
        if (lookup is YamlScalar { Text.Length: > 0 })
        {
            return;
        }

        var reader = MappingReader.Of(lookup as YamlMapping, diagnostics);
        if (reader.Text("ClusterName") is null)
        {
            diagnostics.Add(ClusterDiagnostics.LookupExpected(lookup.Location));
            return;
        }

        reader.Text("RoleArn");
        reader.RejectOthers("Lookup of x-cluster");
    }

    private static CfnValue? Of(FoundResource found, string attribute) => found.Attributes.TryGetValue(attribute, out var value) ? value : null;

    private static IReadOnlyList<string>? Known(FoundResource found, string attribute, Func<CfnValue?, IReadOnlyList<string>?> read) =>
        Of(found, attribute) is { } value ? read(value) : null;
}
