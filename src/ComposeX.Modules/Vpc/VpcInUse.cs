using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>An existing VPC, written down: its id and the subnets of each tier.</summary>
internal sealed record VpcInUse(NetworkOffer Offer)
{
    private static readonly string[] Tiers = [SubnetTier.App, SubnetTier.Public, SubnetTier.Storage];

    public static VpcInUse? Read(YamlNode use, DiagnosticBag diagnostics)
    {
        if (use is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Use", "a mapping with VpcId, AppSubnets, PublicSubnets and StorageSubnets", use.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var vpcId = reader.Text("VpcId");
        if (vpcId is null)
        {
            diagnostics.Add(VpcDiagnostics.IncompleteUse("VpcId", mapping.Location));
        }

        var tiers = Tiers.Select(tier => ReadTier(tier, reader.Node(tier), mapping, diagnostics)).ToList();
        reader.RejectOthers("x-vpc");
        return vpcId is { } id ? new(new NetworkOffer(new CfnString(id.Value, id.Origin), tiers, [])) : null;
    }

    // A list of ids, or the ids in one string with commas between.
    private static SubnetTier ReadTier(string tier, YamlNode? node, YamlMapping use, DiagnosticBag diagnostics)
    {
        IEnumerable<CfnValue> ids = node switch
        {
            YamlSequence sequence => sequence.Items.OfType<YamlScalar>().Select(item => new CfnString(item.Text, item.Location)),
            YamlScalar scalar => scalar.Text.Split(',').Select(id => new CfnString(id.Trim(), scalar.Location)),
            _ => [],
        };
        var list = new CfnList([.. ids], node?.Location ?? use.Location);
        if (list.Items.Count == 0)
        {
            diagnostics.Add(VpcDiagnostics.IncompleteUse(tier, list.Origin));
        }

        return new(tier, list);
    }
}
