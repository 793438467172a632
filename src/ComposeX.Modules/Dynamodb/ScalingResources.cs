using System.Collections.Generic;
using System.Globalization;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Dynamodb;

/// <summary>
/// One kind of capacity as Application Auto Scaling knows it, and the policy that keeps its use at the target. Its role is the one that
/// AWS keeps for DynamoDB (a service-linked role), so none is named.
/// </summary>
internal static class ScalingResources
{
    public static IEnumerable<SynthesizedResource> Of(Declaration declaration, ScaledPart part)
    {
        var cfn = new Cfn(part.Origin);
        var name = LogicalId.From(part.Index is null ? [part.Unit] : ["Index", part.Index, part.Unit]);
        var target = declaration.LogicalId(name + "ScalableTarget");
        var home = Home.OfKey(declaration.Module.Key);
        yield return new(target, "AWS::ApplicationAutoScaling::ScalableTarget", cfn.Map(
            ("ServiceNamespace", cfn.String("dynamodb")),
            ("ScalableDimension", cfn.String($"dynamodb:{(part.Index is null ? "table" : "index")}:{part.Unit}")),
            ("ResourceId", cfn.Sub("table/${Table}" + (part.Index is null ? "" : "/index/" + part.Index), ("Table", cfn.Ref(declaration.LogicalId())))),
            ("MinCapacity", cfn.Number(part.Minimum)),
            ("MaxCapacity", cfn.Number(part.Maximum))), home, cfn.Origin);
        yield return new(declaration.LogicalId(name + "ScalingPolicy"), "AWS::ApplicationAutoScaling::ScalingPolicy", cfn.Map(
            ("PolicyName", cfn.String(part.Unit + "Tracking")),
            ("PolicyType", cfn.String("TargetTrackingScaling")),
            ("ScalingTargetId", cfn.Ref(target)),
            ("TargetTrackingScalingPolicyConfiguration", cfn.Map(
                ("PredefinedMetricSpecification", cfn.Map(("PredefinedMetricType", cfn.String(Metric(part))))),
                ("TargetValue", new CfnNumber(part.Target.ToString("0.#########", CultureInfo.InvariantCulture), cfn.Origin)),
                ("ScaleInCooldown", cfn.Number(part.ScaleInSeconds)),
                ("ScaleOutCooldown", cfn.Number(part.ScaleOutSeconds))))), home, cfn.Origin);
    }

    private static string Metric(ScaledPart part) => part.Unit == "ReadCapacityUnits" ? "DynamoDBReadCapacityUtilization" : "DynamoDBWriteCapacityUtilization";
}
