using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>A new load balancer, its fixed addresses and the bucket for its logs.</summary>
internal sealed class BalancerResources(Declaration declaration, Balancer balancer, NetworkOffer network, Surroundings surroundings, DiagnosticBag diagnostics)
{
    private readonly Cfn _cfn = new(declaration.Origin);

    public IEnumerable<SynthesizedResource> Synthesize()
    {
        var tier = Tier();
        var addresses = Addresses(tier).ToList();
        var logs = balancer.AccessLogs is { Bucket: null } own
            ? LogBucket.Of(own, balancer.IsNetwork, declaration.Part("LogBucket"), declaration.Part("LogBucketPolicy"), declaration.HomeOf())
            : [];
        return [.. addresses.Select(address => address.Resource), .. logs, LoadBalancer(tier, addresses)];
    }

    private SynthesizedResource LoadBalancer(CfnValue subnets, IReadOnlyList<(SynthesizedResource Resource, CfnValue Subnet)> addresses)
    {
        var placed = balancer.Properties["Subnets"] is not null || balancer.Properties["SubnetMappings"] is not null;
        var attributes = balancer.Attributes
            .Concat(balancer.AccessLogs?.Attributes(declaration.Part("LogBucket")) ?? [])
            .GroupBy(attribute => attribute.Name, StringComparer.Ordinal).Select(same => same.First()).ToList();
        var generated = _cfn.Map(
            ("Type", _cfn.String(balancer.IsNetwork ? "network" : "application")),
            ("Scheme", _cfn.String(balancer.IsPublic ? "internet-facing" : "internal")),
            ("IpAddressType", _cfn.String("ipv4")),
            ("SecurityGroups", _cfn.List(_cfn.GetAtt(declaration.SecurityGroup(), "GroupId"))),
            ("Subnets", placed || addresses.Count > 0 ? null : subnets),
            ("SubnetMappings", placed || addresses.Count == 0 ? null : _cfn.List(addresses.Select(address => _cfn.Map(
                ("SubnetId", address.Subnet), ("AllocationId", _cfn.GetAtt(address.Resource.LogicalId, "AllocationId")))))),
            ("LoadBalancerAttributes", attributes.Count == 0 ? null : KeyValues.ToList(attributes, _cfn)),
            ("Tags", balancer.Properties["Tags"] is null ? NameTag() : null));
        return new(declaration.LogicalId(), declaration.Module.Type, balancer.Properties.Members.Aggregate(generated, (all, member) => all.With(member.Name, member.Value)), declaration.HomeOf(), declaration.Origin)
        {
            DeletionPolicy = declaration.DeletionPolicy?.Value,
            UpdateReplacePolicy = declaration.DeletionPolicy?.Value,
            DependsOn =
            [
                .. balancer.AccessLogs is { Bucket: null } ? [declaration.Part("LogBucketPolicy")] : Array.Empty<string>(),
                .. LogDelivery.WaitFor(balancer, surroundings),
                .. balancer.IsPublic ? network.Routes : [],
            ],
        };
    }

    private IEnumerable<(SynthesizedResource Resource, CfnValue Subnet)> Addresses(CfnValue subnets)
    {
        if (!balancer.AllocatesAddresses || balancer.Properties["Subnets"] is not null || balancer.Properties["SubnetMappings"] is not null)
        {
            return [];
        }

        var items = (subnets as CfnSharedList)?.Items ?? (subnets as CfnList)?.Items ?? [];
        return items.Select((subnet, index) => (Address((index + 1).ToString(CultureInfo.InvariantCulture)), subnet));
    }

    private SynthesizedResource Address(string number) => new(
        declaration.Part("Eip", number), "AWS::EC2::EIP", _cfn.Map(("Domain", _cfn.String("vpc")), ("Tags", NameTag())), declaration.HomeOf(), declaration.Origin)
    {
        DeletionPolicy = balancer.RetainsAddresses ? "Retain" : null,
        UpdateReplacePolicy = balancer.RetainsAddresses ? "Retain" : null,
    };

    private CfnValue Tier()
    {
        var name = balancer.Subnets?.Value ?? (balancer.IsPublic ? SubnetTier.Public : SubnetTier.App);
        if (network.Tiers.FirstOrDefault(tier => tier.Name == name) is { } found)
        {
            return found.SubnetIds;
        }

        diagnostics.Add(Elbv2Diagnostics.UnknownSubnets(name, [.. network.Tiers.Select(tier => tier.Name)], balancer.Subnets?.Origin ?? declaration.Origin));
        return _cfn.List();
    }

    private CfnList NameTag() => _cfn.List(_cfn.Map(
        ("Key", _cfn.String("Name")), ("Value", _cfn.Sub("${StackRoot}-" + declaration.Name, ("StackRoot", _cfn.RootStackName())))));
}
