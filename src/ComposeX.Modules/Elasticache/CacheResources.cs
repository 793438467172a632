using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>The resources around a new cache, and the cache's properties with its place in the network.</summary>
internal static class CacheResources
{
    /// <summary>The subnet group, the security group and the parameter group, as far as the cache has them.</summary>
    public static IEnumerable<SynthesizedResource> Around(Declaration declaration, CachePlan plan, CfnValue? subnets, NetworkResource network, Surroundings surroundings)
    {
        var cfn = new Cfn(declaration.Origin);
        var home = Home.OfKey(declaration.Module.Key);
        if (subnets is not null && plan.Flavour != CacheFlavour.Serverless)
        {
            yield return new(SubnetGroup(declaration), "AWS::ElastiCache::SubnetGroup", cfn.Map(
                ("Description", cfn.String($"Subnets of {declaration.Name}")),
                ("SubnetIds", subnets)), home, declaration.Origin);
        }

        yield return network.SecurityGroup($"Cache {declaration.Name}", surroundings);
        if (plan.ParameterGroup is { } parameters)
        {
            yield return new(ParameterGroup(declaration), "AWS::ElastiCache::ParameterGroup", parameters.WithDefault("Description", cfn.String($"Parameters of {declaration.Name}")), home, parameters.Origin);
        }
    }

    /// <summary>The cache's own properties.</summary>
    public static CfnMap Placed(Declaration declaration, CachePlan plan, CfnValue? subnets, NetworkResource network, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(declaration.Origin);
        var properties = WithSecurityGroup(plan, network.GroupId, diagnostics);
        if (plan.ParameterGroup is not null)
        {
            properties = properties.WithDefault("CacheParameterGroupName", cfn.Ref(ParameterGroup(declaration)));
        }

        if (subnets is null)
        {
            return properties;
        }

        if (plan.Flavour == CacheFlavour.Serverless)
        {
            return properties.WithDefault("SubnetIds", subnets);
        }

        if (properties["CacheSubnetGroupName"] is { } given)
        {
            diagnostics.Add(ElasticacheDiagnostics.SubnetGroupReplaced((given as CfnString)?.Value, given.Origin));
        }

        return properties.With("CacheSubnetGroupName", cfn.Ref(SubnetGroup(declaration)));
    }

    // Beside those that the user wants.
    private static CfnMap WithSecurityGroup(CachePlan plan, CfnValue groupId, DiagnosticBag diagnostics)
    {
        var property = plan.Flavour == CacheFlavour.Cluster ? "VpcSecurityGroupIds" : "SecurityGroupIds";
        switch (plan.Properties[property])
        {
            case null:
                return plan.Properties.With(property, new Cfn(groupId.Origin).List(groupId));
            case CfnList list:
                return plan.Properties.With(property, list with { Items = [.. list.Items, groupId] });
            case var other:
                diagnostics.Add(ElasticacheDiagnostics.NotAList(property, other.Origin));
                return plan.Properties;
        }
    }

    private static string SubnetGroup(Declaration declaration) => declaration.LogicalId("SubnetGroup");

    private static string ParameterGroup(Declaration declaration) => declaration.LogicalId("ParameterGroup");
}
