using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Vpc;

/// <summary>Flow logs of the whole VPC: the log group, the role that writes to it and to nothing else, and the flow log.</summary>
internal static class VpcFlowLogs
{
    private const string Group = "VpcFlowLogsGroup";
    private const string Role = "VpcFlowLogsRole";
    private const int RetentionInDays = 14;
    private const int SecondsToAggregate = 600;

    public static IEnumerable<SynthesizedResource> Of(VpcPlan plan, VpcParts vpc)
    {
        if (plan.FlowLogs is not { } flowLogs)
        {
            yield break;
        }

        var parts = vpc.At(flowLogs.Origin);
        var cfn = parts.Cfn;
        yield return parts.Resource(Group, "AWS::Logs::LogGroup",
            ("LogGroupName", cfn.Sub("flowlogs/vpc/${Vpc}", (VpcNames.Vpc, cfn.Ref(VpcNames.Vpc)))),
            ("RetentionInDays", cfn.Number(RetentionInDays))) with
        {
            DeletionPolicy = "Delete",
            UpdateReplacePolicy = "Delete",
        };
        yield return parts.Resource(Role, "AWS::IAM::Role",
            ("Description", cfn.String("What VPC flow logs may write")),
            ("AssumeRolePolicyDocument", Document(cfn, Trust(cfn))),
            ("PermissionsBoundary", flowLogs.Boundary),
            ("Policies", cfn.List(cfn.Map(
                ("PolicyName", cfn.String("WriteFlowLogs")),
                ("PolicyDocument", Document(cfn, Write(cfn)))))));
        yield return parts.Resource("VpcFlowLog", "AWS::EC2::FlowLog",
            ("ResourceType", cfn.String("VPC")),
            ("ResourceId", cfn.Ref(VpcNames.Vpc)),
            ("TrafficType", cfn.String("ALL")),
            ("MaxAggregationInterval", cfn.Number(SecondsToAggregate)),
            ("LogDestinationType", cfn.String("cloud-watch-logs")),
            ("LogGroupName", cfn.Ref(Group)),
            ("DeliverLogsPermissionArn", cfn.GetAtt(Role, "Arn")),
            ("Tags", parts.Tags("flow-logs")));
    }

    private static CfnMap Document(Cfn cfn, CfnMap statement) => cfn.Map(("Version", cfn.String("2012-10-17")), ("Statement", cfn.List(statement)));

    // Only for flow logs of this account: the confused-deputy conditions that the VPC user guide asks for.
    private static CfnMap Trust(Cfn cfn) => cfn.Map(
        ("Effect", cfn.String("Allow")),
        ("Principal", cfn.Map(("Service", cfn.String("vpc-flow-logs.amazonaws.com")))),
        ("Action", cfn.String("sts:AssumeRole")),
        ("Condition", cfn.Map(
            ("StringEquals", cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId")))),
            ("ArnLike", cfn.Map(("aws:SourceArn", cfn.Sub("arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:vpc-flow-log/*")))))));

    private static CfnMap Write(Cfn cfn) => cfn.Map(
        ("Sid", cfn.String("WriteFlowLogs")),
        ("Effect", cfn.String("Allow")),
        ("Action", cfn.Strings(["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"])),
        ("Resource", cfn.List(cfn.GetAtt(Group, "Arn"))));
}
