using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Scaling;

/// <summary>The family's service as Application Auto Scaling knows it. Its role is the one that AWS keeps for ECS (a service-linked role).</summary>
internal static class ScalableTarget
{
    public static string ScalableTargetId(this Family family) => family.Id("ScalableTarget");

    public static SynthesizedResource Of(Family family, CapacityRange capacity, IReadOnlyList<ScheduledAction> scheduled, ClusterOffer cluster)
    {
        var cfn = new Cfn(capacity.Origin);
        return new(family.ScalableTargetId(), "AWS::ApplicationAutoScaling::ScalableTarget", cfn.Map(
            ("ServiceNamespace", cfn.String("ecs")),
            ("ScalableDimension", cfn.String("ecs:service:DesiredCount")),
            ("ResourceId", cfn.Join("/", [cfn.String("service"), cluster.PlainName(), cfn.GetAtt(family.Service(), "Name")])),
            ("MinCapacity", cfn.Number(capacity.Minimum)),
            ("MaxCapacity", cfn.Number(capacity.Maximum)),
            ("ScheduledActions", scheduled.Count == 0 ? null : cfn.List(scheduled.Select(action => action.Properties)))), Home.Of(family), capacity.Origin);
    }
}
