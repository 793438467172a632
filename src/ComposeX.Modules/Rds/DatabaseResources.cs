using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>All resources of a new database, and who may reach it.</summary>
internal static class DatabaseResources
{
    /// <param name="main">Makes the cluster or instance itself of its properties.</param>
    public static Synthesized Of(DatabasePlan plan, Declaration declaration, Func<string, CfnMap, SynthesizedResource> main, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var network = new NetworkResource(declaration, plan.SubnetSet);
        var subnets = network.Subnets(surroundings, diagnostics);
        var subnetGroup = LiesElsewhere(plan) ? null : SubnetGroup(declaration, subnets);
        var database = main(plan.Type, DatabaseProperties.Of(plan, declaration, subnetGroup is null ? null : new Cfn(declaration.Origin).Ref(subnetGroup.LogicalId)));
        var parts = DeletionPolicies.OfParts(database.DeletionPolicy);
        var members = MemberInstances.Of(plan, declaration, parts);
        var secret = plan.Credentials.Kind == CredentialKind.Own ? OwnSecret.Of(plan, declaration, parts) : [];
        var proxy = ProxyResources.Of(plan, declaration, [.. members.Select(member => member.LogicalId)], subnets, surroundings);
        var own = new Synthesized
        {
            Resources =
            [
                network.SecurityGroup($"Database {declaration.Name}", surroundings),
                .. new[] { subnetGroup, plan.ParameterGroup?.Resource(plan, declaration), FeatureRole.Of(plan, declaration, surroundings) }.OfType<SynthesizedResource>(),
                database,
                .. members,
                .. secret,
                .. proxy,
            ],
        };
        var (group, port) = plan.Proxy is null
            ? (network.GroupId, plan.Port)
            : (ProxyResources.GroupId(declaration), new Cfn(declaration.Origin).Number(plan.Engine.Port));
        string?[] awaited =
        [
            .. members.Select(member => member.LogicalId),
            secret.Count > 0 ? OwnSecret.AttachmentOf(declaration) : null,
            plan.Proxy is null ? null : ProxyResources.TargetGroupId(declaration),
            ProxyResources.HasReader(plan) ? ProxyResources.ReaderId(declaration) : null,
        ];
        return Synthesized.Join([own, network.Ingress(group, port, surroundings, diagnostics), new() { Contributions = [.. Waits(declaration, awaited, surroundings)] }]);
    }

    // A cluster has an address before it has an instance that answers.
    private static IEnumerable<WaitFor> Waits(Declaration declaration, IEnumerable<string?> awaited, Surroundings surroundings) =>
        from link in surroundings.LinksTo(declaration).GroupBy(link => link.Family.Name, StringComparer.Ordinal).Select(links => links.First())
        from id in awaited.OfType<string>().DefaultIfEmpty(declaration.LogicalId())
        select new WaitFor(link.Family, id, link.Use.Target.Origin);

    // A replica is in the network of what it follows, unless that is in another region: only then it is named by its ARN.
    private static bool LiesElsewhere(DatabasePlan plan) => plan.Properties["DBSubnetGroupName"] is not null
        || (plan.Source == DatabaseSource.Replica && plan.Properties["SourceDBInstanceIdentifier"] is CfnString source && !source.Value.StartsWith("arn:", StringComparison.Ordinal));

    private static SynthesizedResource? SubnetGroup(Declaration declaration, CfnValue? subnets)
    {
        var cfn = new Cfn(declaration.Origin);
        return new(declaration.LogicalId("SubnetGroup"), "AWS::RDS::DBSubnetGroup", cfn.Map(
            ("DBSubnetGroupDescription", cfn.String($"Where the database {declaration.Name} is")),
            ("SubnetIds", subnets ?? cfn.List())), Home.OfKey(declaration.Module.Key), cfn.Origin);
    }
}
