using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>A family as a rule's target: its tasks run as its own service would run them, by a role for this rule and this family alone.</summary>
/// <param name="Properties">An item of the rule's <c>Targets</c>.</param>
/// <param name="WaitsFor">What must be complete before the rule can run a task.</param>
internal sealed record FamilyTarget(Family Family, CfnMap Properties, SynthesizedResource Role, string WaitsFor)
{
    // Of an ECS service, and of a task that is run alone.
    private static readonly (string OfTask, string OfService)[] Copied =
    [
        ("LaunchType", "LaunchType"),
        ("CapacityProviderStrategy", "CapacityProviderStrategy"),
        ("PlatformVersion", "PlatformVersion"),
        ("PlacementConstraints", "PlacementConstraints"),
        ("PlacementStrategies", "PlacementStrategies"),
        ("EnableExecuteCommand", "EnableExecuteCommand"),
        ("TagList", "Tags"),
    ];

    public static IReadOnlyList<FamilyTarget> Of(Declaration declaration, RulePlan plan, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (surroundings.Cluster is not { } cluster)
        {
            return [];
        }

        var targets = new List<FamilyTarget>();
        foreach (var links in surroundings.LinksTo(declaration).GroupBy(link => link.Family.Name, StringComparer.Ordinal))
        {
            var link = links.First();
            foreach (var again in links.Skip(1))
            {
                diagnostics.Add(EventsDiagnostics.SameTask(again.Use.Target.Value, link.Use.Target.Value, link.Family.Name, again.Use.Target.Origin));
            }

            targets.Add(Of(declaration, link.Family, plan.Starts.First(start => start.IsOf(link)), cluster));
        }

        return targets;
    }

    private static FamilyTarget Of(Declaration declaration, Family family, TaskStart start, ClusterOffer cluster)
    {
        var cfn = new Cfn(start.Target.Origin);
        var role = TaskStartRole.Of(declaration, family, cluster, cfn);
        var isExternal = family.Platform() == ComputePlatform.External;
        return new(family, cfn.Map(
            ("Id", cfn.String(family.Name)),
            ("Arn", TaskStartRole.ClusterArn(cluster, cfn)),
            ("RoleArn", cfn.GetAtt(role.LogicalId, "Arn")),
            ("EcsParameters", cfn.Map(
            [
                ("TaskDefinitionArn", cfn.Ref(family.TaskDefinition())),
                ("TaskCount", start.Count is { } count ? new Cfn(count.Origin).Number(count.Value) : cfn.Number(1)),
                .. Copied.Select(property => (property.OfTask, (CfnValue?)new PropertyCopy(family.Service(), property.OfService, cfn.Origin))),
                ("NetworkConfiguration", isExternal ? null : cfn.Map(
                    ("AwsVpcConfiguration", new PropertyCopy(family.Service(), "NetworkConfiguration.AwsvpcConfiguration", cfn.Origin)))),
                ("EnableECSManagedTags", cfn.Boolean(true)),
                ("PropagateTags", cfn.String("TASK_DEFINITION")),
            ]))), role, family.Service());
    }
}
