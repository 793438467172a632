using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>
/// <c>x-scaling</c> of a service, and the <c>Scaling</c> of what it uses: how many tasks run, by load, by the clock, or by the length
/// of a queue.
/// </summary>
public sealed class ScalingModule : ServiceModule
{
    public override IReadOnlyList<string> Keys { get; } = ["x-scaling", "x-aws-autoscaling"];

    public override IReadOnlyList<string> Attributes { get; } = ["deploy.x-aws-autoscaling"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var scaling = FamilyScaling.Read(family, diagnostics);
        if (!surroundings.HasService(family))
        {
            CapacityChecks.ReportWithoutService(family, surroundings, diagnostics);
            return new Synthesized();
        }

        var steps = StepReader.ReadAll(family, surroundings, diagnostics);
        if (StepScaling.CapacityOf(family, surroundings) is not { } capacity || surroundings.Cluster is not { } cluster)
        {
            CapacityChecks.CheckRange(scaling, diagnostics);
            return new Synthesized();
        }

        CapacityChecks.CheckSteps(family, steps, diagnostics);
        return new()
        {
            Resources =
            [
                ScalableTarget.Of(family, capacity, scaling.Scheduled, cluster),
                .. TrackingPolicies.Of(family, scaling, surroundings, diagnostics),
                .. steps.SelectMany(plan => StepResources.Of(family, plan)),
            ],
            Contributions = [DesiredCount(family, capacity, diagnostics)],
        };
    }

    // Without a count in the template a deployment leaves the service at the number that scaling arrived at.
    private static SetOnService DesiredCount(Family family, CapacityRange capacity, DiagnosticBag diagnostics)
    {
        if (CapacityRange.ReplicasOf(family) is not { } replicas)
        {
            return new(family, "DesiredCount", new Cfn(capacity.Origin).NoValue(), capacity.Origin);
        }

        var count = replicas.Value < capacity.Minimum ? capacity.Minimum : replicas.Value > capacity.Maximum ? capacity.Maximum : replicas.Value;
        diagnostics.Add(count == replicas.Value
            ? ScalingDiagnostics.ReplicasComeBack(family.Name, count, replicas.Origin)
            : ScalingDiagnostics.ReplicasOutOfRange(family.Name, replicas.Value, capacity, count, replicas.Origin));
        return new(family, "DesiredCount", new Cfn(replicas.Origin).Number(count), replicas.Origin);
    }
}
