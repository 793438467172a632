using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>A VPC that is looked up: what may be asked, and what was found.</summary>
internal static class VpcLookup
{
    private const string VpcId = "VpcId";
    private const string RoleArn = "RoleArn";

    private static readonly Regex VpcArn = new(@"^arn:aws[a-z-]*:ec2:[a-z0-9-]+:\d{12}:vpc/vpc-[0-9A-Za-z]+$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    /// <param name="found">What was found, or null when that was reported.</param>
    public static ExistingVpc? Read(YamlNode lookup, FoundResource? found, DiagnosticBag diagnostics)
    {
        if (lookup is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Lookup", "a mapping with VpcId, AppSubnets, PublicSubnets and StorageSubnets", lookup.Location));
            return null;
        }

        ExistingVpc.Require([VpcId, .. ExistingVpc.Tiers], "Lookup", mapping, diagnostics);
        _ = MappingReader.Of(mapping, diagnostics).Text(RoleArn);
        if (mapping[VpcId] is { } vpc && !ScalarResolver.IsNull(vpc) && !IsVpc(vpc))
        {
            diagnostics.Add(VpcDiagnostics.BadLookup(VpcId, "an id (vpc-…), an ARN, {Identifier: …}, {Arn: …} or {Tags: {name: value}}", vpc.Location));
        }

        var sets = ExistingVpc.SetsIn(mapping, [VpcId, RoleArn]).ToList();
        sets.ForEach(set => CheckSubnets(set, diagnostics));
        return found is null || diagnostics.HasErrors ? null : Resolve(found, sets, lookup.Location, diagnostics);
    }

    private static ExistingVpc? Resolve(FoundResource found, IReadOnlyList<YamlEntry> sets, Location origin, DiagnosticBag diagnostics)
    {
        var vpcId = found.Require(VpcId, origin, diagnostics);
        var tiers = sets.Select(set => (set.Name, Ids: found.Require(set.Name, set.Key.Location, diagnostics))).Where(set => set.Ids is not null).Select(set => new SubnetTier(set.Name, AsList(set.Ids!))).ToList();
        return vpcId is null || tiers.Count < sets.Count
            ? null
            : new(new NetworkOffer(vpcId, tiers, []) { Cidr = found.Attributes.TryGetValue("VpcCidr", out var cidr) ? cidr : null });
    }

    private static CfnValue AsList(CfnValue ids) => ids is CfnString text
        ? new CfnList([.. text.Value.Split(',').Select(id => new CfnString(id.Trim(), text.Origin))], text.Origin)
        : ids;

    private static bool IsVpc(YamlNode vpc) => vpc switch
    {
        YamlScalar scalar => ExistingVpc.IsId(scalar.Text, "vpc-") || VpcArn.IsMatch(scalar.Text),
        YamlMapping { Entries: [{ Name: "Identifier", Value: YamlScalar id }] } => ExistingVpc.IsId(id.Text, "vpc-"),
        YamlMapping { Entries: [{ Name: "Arn", Value: YamlScalar arn }] } => VpcArn.IsMatch(arn.Text),
        _ => IsByTags(vpc),
    };

    private static void CheckSubnets(YamlEntry set, DiagnosticBag diagnostics)
    {
        if (set.Value is YamlMapping && !IsByTags(set.Value))
        {
            diagnostics.Add(VpcDiagnostics.BadLookup(set.Name, "a list of ids (subnet-…), or {Tags: {name: value}}", set.Value.Location));
        }
        else if (set.Value is not YamlMapping)
        {
            ExistingVpc.ReadIds(set, diagnostics);
        }
    }

    // A map of tags, or a list of such maps; all of them must be there.
    private static bool IsByTags(YamlNode node) => node is YamlMapping { Entries: [{ Name: "Tags" or "tags", Value: var tags }] } && tags switch
    {
        YamlMapping map => IsTagMap(map),
        YamlSequence { Items.Count: > 0 } list => list.Items.All(IsTagMap),
        _ => false,
    };

    private static bool IsTagMap(YamlNode node) => node is YamlMapping { Entries.Count: > 0 } map && map.Entries.All(tag => tag.Value is YamlScalar);
}
