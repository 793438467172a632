using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Addresses;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>A VPC that exists already: its id, the subnets of the three tiers, and further sets of subnets by the names the user gave them.</summary>
internal sealed record ExistingVpc(NetworkOffer Offer)
{
    private const string VpcId = "VpcId";
    private const string VpcCidr = "VpcCidr";

    /// <summary>The sets that every VPC must have.</summary>
    public static readonly IReadOnlyList<string> Tiers = [SubnetTier.App, SubnetTier.Public, SubnetTier.Storage];

    /// <summary>The ids as <c>Use</c> writes them down.</summary>
    public static ExistingVpc? Read(YamlNode use, DiagnosticBag diagnostics)
    {
        if (Imports.Beside(use, VpcId, use.Location) is { } imported)
        {
            return new(new NetworkOffer(imported, [.. Tiers.Select(tier => new SubnetTier(tier, ImportedIds(use, tier)))], []) { Cidr = Imports.Beside(use, VpcCidr, use.Location) });
        }

        if (use is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("x-vpc", "a mapping with Properties, Lookup or Use, and Use one with VpcId, AppSubnets, PublicSubnets and StorageSubnets", use.Location));
            return null;
        }

        Require([VpcId, .. Tiers], "Use", mapping, diagnostics);
        var vpcId = IsMissing(VpcId, mapping) ? null : MappingReader.Of(mapping, diagnostics).Text(VpcId);
        var cidr = MappingReader.Of(mapping, diagnostics).Text(VpcCidr);
        if (cidr is { } given && (!IPv4Block.TryParse(given.Value, out var block) || block.ToString() != given.Value))
        {
            diagnostics.Add(VpcDiagnostics.NoCidr(given.Value, given.Origin));
        }

        if (vpcId is { } id)
        {
            CheckId(id.Value, "vpc-", id.Origin, diagnostics);
        }

        var sets = SetsIn(mapping, [VpcId, VpcCidr]).Select(entry => new SubnetTier(entry.Name, ReadIds(entry, diagnostics))).ToList();
        return vpcId is { } existing
            ? new(new NetworkOffer(new CfnString(existing.Value, existing.Origin), sets, []) { Cidr = cidr is { } text ? new CfnString(text.Value, text.Origin) : null })
            : null;
    }

    // A list is exported as one text.
    private static CfnFunction ImportedIds(YamlNode use, string tier)
    {
        var cfn = new Cfn(use.Location);
        return cfn.Function("Fn::Split", cfn.List(cfn.String(","), Imports.Beside(use, tier, use.Location)));
    }

    /// <summary>One finding for each key that is not there.</summary>
    public static void Require(IEnumerable<string> keys, string mode, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        foreach (var key in keys.Where(key => IsMissing(key, mapping)))
        {
            var empty = mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Name, key, StringComparison.Ordinal));
            var others = mapping.Entries.Select(entry => entry.Name).Where(name => empty is null && name != VpcId && !Tiers.Contains(name));
            diagnostics.Add(VpcDiagnostics.Incomplete(key, mode, [.. others], empty?.Key.Location ?? mapping.Location));
        }
    }

    /// <summary>The keys that stand for sets of subnets; a tier that was reported as missing is none.</summary>
    public static IEnumerable<YamlEntry> SetsIn(YamlMapping mapping, IReadOnlyList<string> others) =>
        mapping.Entries.Where(entry => !others.Contains(entry.Name) && !(Tiers.Contains(entry.Name) && IsMissing(entry.Name, mapping)));

    /// <summary>Whether a key is not there or says nothing.</summary>
    public static bool IsMissing(string key, YamlMapping mapping) => mapping[key] is not { } value || ScalarResolver.IsNull(value);

    /// <summary>The ids of a set of subnets: a list, or one string with commas between.</summary>
    public static CfnList ReadIds(YamlEntry set, DiagnosticBag diagnostics)
    {
        IReadOnlyList<CfnString>? ids = set.Value switch
        {
            YamlSequence sequence when sequence.Items.All(item => item is YamlScalar) => [.. sequence.Items.OfType<YamlScalar>().Select(item => new CfnString(item.Text, item.Location))],
            YamlScalar scalar when !ScalarResolver.IsNull(scalar) => [.. scalar.Text.Split(',').Select(id => new CfnString(id.Trim(), scalar.Location))],
            _ => null,
        };
        if (ids is null or { Count: 0 })
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(set.Name, "a list of ids of subnets", set.Value.Location));
        }

        foreach (var id in ids ?? [])
        {
            CheckId(id.Value, "subnet-", id.Origin, diagnostics);
        }

        return new([.. ids ?? []], set.Value.Location);
    }

    public static bool IsId(string id, string prefix) => Regex.IsMatch(id, $"^{prefix}[0-9A-Za-z]+$", RegexOptions.CultureInvariant);

    public static void CheckId(string id, string prefix, Location origin, DiagnosticBag diagnostics)
    {
        if (!IsId(id, prefix))
        {
            diagnostics.Add(VpcDiagnostics.NoId(id, prefix, origin));
        }
    }
}
