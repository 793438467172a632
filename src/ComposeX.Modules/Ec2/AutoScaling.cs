using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Ec2;

/// <summary>An Auto Scaling group and the capacity provider by which ECS keeps it as large as tasks need.</summary>
internal static class AutoScaling
{
    private const string InTime = "PT15M";

    // What Auto Scaling would do by itself while instances are being replaced.
    private static readonly string[] Suspended = ["AlarmNotification", "AZRebalance", "HealthCheck", "ReplaceUnhealthy", "ScheduledActions"];

    public static IEnumerable<SynthesizedResource> Of(Group group, AutoScalingSettings settings) => [Instances(group, settings), Provider(group, settings)];

    private static SynthesizedResource Instances(Group group, AutoScalingSettings settings)
    {
        var cfn = new Cfn(settings.Origin);
        var ours = cfn.Map(
            ("VPCZoneIdentifier", group.Subnets),
            ("MinSize", Text(settings.Least, cfn)),
            ("MaxSize", Text(settings.Most, cfn)),
            ("DesiredCapacity", settings.Desired is { } desired ? Text(desired.Value, new Cfn(desired.Origin)) : null),
            ("NewInstancesProtectedFromScaleIn", settings.IsProtected ? cfn.Boolean(true) : null),
            ("CapacityRebalance", settings.OnDemandPercentage is { Value: < 100 } ? cfn.Boolean(true) : null),
            ("MixedInstancesPolicy", Mixed(group, settings, cfn)),
            // ECS tags a group of its own; without this here the next deployment would take the tag away.
            ("Tags", cfn.List(Tag("AmazonECSManaged", "true", cfn))));
        return group.Resource(group.AutoScalingGroup, "AWS::AutoScaling::AutoScalingGroup") with
        {
            Properties = Group.Override(ours, settings.Properties),
            DependsOn = group.Routes,
            CreationPolicy = settings.First == 0 ? null : cfn.Map(("ResourceSignal", cfn.Map(("Count", cfn.Number(settings.First)), ("Timeout", cfn.String(InTime))))),
            UpdatePolicy = cfn.Map(("AutoScalingRollingUpdate", cfn.Map(
                ("MaxBatchSize", cfn.Number(1)),
                ("MinInstancesInService", cfn.Number(settings.Least < settings.Most ? settings.Least : settings.Least - 1)),
                ("PauseTime", cfn.String(InTime)),
                ("SuspendProcesses", cfn.Strings(Suspended)),
                ("WaitOnResourceSignals", cfn.Boolean(true))))),
        };
    }

    private static CfnMap Mixed(Group group, AutoScalingSettings settings, Cfn cfn) => cfn.Map(
        ("InstancesDistribution", cfn.Map(
            ("OnDemandBaseCapacity", Number(settings.OnDemandBase, 0, cfn)),
            ("OnDemandPercentageAboveBaseCapacity", Number(settings.OnDemandPercentage, 100, cfn)),
            ("SpotAllocationStrategy", cfn.String("price-capacity-optimized")),
            ("SpotMaxPrice", settings.SpotMaxPrice is { } price ? new CfnString(price.Value, price.Origin) : null))),
        ("LaunchTemplate", cfn.Map(
            ("LaunchTemplateSpecification", group.TemplateVersion()),
            ("Overrides", group.Asked.Types.Named.Count == 0 ? null : cfn.List(group.Asked.Types.Named.Select(type => cfn.Map(("InstanceType", type.Value))))))));

    private static SynthesizedResource Provider(Group group, AutoScalingSettings settings)
    {
        var cfn = new Cfn(settings.Origin);
        return group.Resource(group.CapacityProvider, "AWS::ECS::CapacityProvider",
            ("Name", ProviderName.Of(group)),
            ("AutoScalingGroupProvider", cfn.Map(
                ("AutoScalingGroupArn", cfn.Ref(group.AutoScalingGroup)),
                ("ManagedScaling", cfn.Map(
                    ("Status", cfn.String("ENABLED")),
                    ("TargetCapacity", Number(settings.TargetCapacity, 100, cfn)),
                    ("InstanceWarmupPeriod", settings.WarmupPeriod is { } warmup ? new Cfn(warmup.Origin).Number(warmup.Value) : null))),
                ("ManagedTerminationProtection", cfn.String(settings.IsProtected ? "ENABLED" : "DISABLED")),
                ("ManagedDraining", cfn.String(settings.Draining is { Value: false } ? "DISABLED" : "ENABLED")))));
    }

    private static CfnMap Tag(string key, string value, Cfn cfn) => cfn.Map(("Key", cfn.String(key)), ("Value", cfn.String(value)), ("PropagateAtLaunch", cfn.Boolean(true)));

    private static CfnNumber Number(Compose.Projects.Located<long>? said, long otherwise, Cfn cfn) => said is { } given ? new Cfn(given.Origin).Number(given.Value) : cfn.Number(otherwise);

    private static CfnString Text(long number, Cfn cfn) => cfn.String(number.ToString(CultureInfo.InvariantCulture));
}
