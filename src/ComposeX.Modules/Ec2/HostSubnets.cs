using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>The subnets of a group's instances: the tier that it names, else the one where tasks run.</summary>
internal sealed class HostSubnets(InstanceGroup group, Surroundings surroundings, DiagnosticBag diagnostics)
{
    private CfnValue? _ids;

    /// <summary>Their ids as a list; null, and a finding, when the network has no such tier.</summary>
    public CfnValue? Ids => _ids ??= Find();

    /// <summary>Their ids one by one; null, and a finding, when nobody knows before deploying how many there are.</summary>
    public IReadOnlyList<CfnValue>? OneByOne(Location origin)
    {
        var cfn = new Cfn(origin);
        switch (Ids)
        {
            case CfnList list:
                return list.Items;
            case CfnSharedList shared:
                return [.. shared.Items.Select((_, index) => cfn.Function("Fn::Select", cfn.List(cfn.Number(index), shared)))];
            case not null:
                diagnostics.Add(Ec2Diagnostics.UnknownSubnets(group.Name, origin));
                return null;
            default:
                return null;
        }
    }

    private CfnValue? Find()
    {
        var tiers = surroundings.Network?.Tiers ?? [];
        var wanted = group.Subnets?.Value ?? SubnetTier.App;
        var tier = tiers.FirstOrDefault(tier => string.Equals(tier.Name, wanted, StringComparison.Ordinal));
        if (tier is null && surroundings.Network is not null)
        {
            diagnostics.Add(ModelDiagnostics.NoSubnets(wanted, [.. tiers.Select(known => known.Name)], group.Subnets?.Origin ?? group.Origin));
        }

        return tier?.SubnetIds;
    }
}
