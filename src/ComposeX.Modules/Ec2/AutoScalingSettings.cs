using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>An Auto Scaling group that ECS keeps as large as tasks need. By default it is empty until a task wants to run.</summary>
internal sealed record AutoScalingSettings(Location Origin)
{
    public Located<long>? Minimum { get; init; }

    public Located<long>? Maximum { get; init; }

    public Located<long>? Desired { get; init; }

    public Located<long>? OnDemandBase { get; init; }

    public Located<long>? OnDemandPercentage { get; init; }

    public Located<string>? SpotMaxPrice { get; init; }

    public Located<long>? TargetCapacity { get; init; }

    public Located<long>? WarmupPeriod { get; init; }

    public Located<bool>? TerminationProtection { get; init; }

    public Located<bool>? Draining { get; init; }

    /// <summary>Properties of the group that win over ours.</summary>
    public CfnMap Properties { get; init; } = new([], Origin);

    public long Least => Minimum?.Value ?? 0;

    public long Most => Maximum?.Value ?? (Least > 10 ? Least : 10);

    public long First => Desired?.Value ?? Least;

    public bool IsProtected => TerminationProtection is not { Value: false };

    public static AutoScalingSettings Read(YamlMapping node, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(node, diagnostics);
        var settings = new AutoScalingSettings(node.Location)
        {
            Minimum = Sizes.Of(reader.Integer("MinSize"), "MinSize", 0, diagnostics),
            Maximum = Sizes.Of(reader.Integer("MaxSize"), "MaxSize", 1, diagnostics),
            Desired = Sizes.Of(reader.Integer("DesiredCapacity"), "DesiredCapacity", 0, diagnostics),
            OnDemandBase = Sizes.Of(reader.Integer("OnDemandBaseCapacity"), "OnDemandBaseCapacity", 0, diagnostics),
            OnDemandPercentage = Sizes.Percent(reader.Integer("OnDemandPercentageAboveBaseCapacity"), "OnDemandPercentageAboveBaseCapacity", diagnostics),
            SpotMaxPrice = Sizes.Price(reader.Text("SpotMaxPrice"), "SpotMaxPrice", diagnostics),
            TargetCapacity = Sizes.Percent(Sizes.Of(reader.Integer("TargetCapacity"), "TargetCapacity", 1, diagnostics), "TargetCapacity", diagnostics),
            WarmupPeriod = Sizes.Of(reader.Integer("InstanceWarmupPeriod"), "InstanceWarmupPeriod", 0, diagnostics),
            TerminationProtection = reader.Boolean("ManagedTerminationProtection"),
            Draining = reader.Boolean("ManagedDraining"),
            Properties = PropertiesReader.Read(reader.Mapping("Properties"), "AWS::AutoScaling::AutoScalingGroup", node.Location),
        };
        reader.RejectOthers("AutoScaling of x-ec2");
        Sizes.InOrder(settings.Minimum, settings.Maximum, diagnostics);
        Sizes.InOrder(settings.Minimum, settings.Desired, diagnostics);
        Sizes.InOrder(settings.Desired, settings.Maximum, diagnostics);
        return settings;
    }
}
