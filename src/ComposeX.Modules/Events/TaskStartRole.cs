using System;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Events;

/// <summary>The role by which one rule runs the tasks of one family: those, in that cluster, with that family's own two roles.</summary>
internal static class TaskStartRole
{
    private const string ClusterPrefix = "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:";

    public static SynthesizedResource Of(Declaration declaration, Family family, ClusterOffer cluster, Cfn cfn) =>
        new(declaration.LogicalId(LogicalId.From(family.Name, "Role")), "AWS::IAM::Role", cfn.Map(
            ("Description", cfn.String($"Lets the rule {declaration.Name} run tasks of {family.Name}")),
            ("AssumeRolePolicyDocument", Document(cfn, Trust(declaration, cfn))),
            ("PermissionsBoundary", new PropertyCopy(family.TaskRole(), "PermissionsBoundary", cfn.Origin)),
            ("Policies", cfn.List(cfn.Map(
                ("PolicyName", cfn.String("RunTasks")),
                ("PolicyDocument", Document(cfn, RunTask(family, cluster, cfn), PassRoles(family, cfn), TagTasks(cluster, cfn))))))), Home.OfKey(declaration.Module.Key), cfn.Origin);

    public static CfnValue ClusterArn(ClusterOffer cluster, Cfn cfn) => cluster.Name is CfnString name && name.Value.StartsWith("arn:", StringComparison.Ordinal)
        ? name
        : cfn.Sub(ClusterPrefix + "cluster/${Cluster}", ("Cluster", cluster.Name));

    private static CfnMap Document(Cfn cfn, params CfnMap[] statements) => cfn.Map(("Version", cfn.String("2012-10-17")), ("Statement", cfn.List(statements)));

    private static CfnMap Trust(Declaration declaration, Cfn cfn) => cfn.Map(
        ("Effect", cfn.String("Allow")),
        ("Principal", cfn.Map(("Service", cfn.String("events.amazonaws.com")))),
        ("Action", cfn.String("sts:AssumeRole")),
        ("Condition", cfn.Map(
            ("StringEquals", cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId")))),
            ("ArnLike", RuleNames.ArnOf(declaration, cfn.Origin) is { } rule ? cfn.Map(("aws:SourceArn", rule)) : null))));

    // Every revision: while a deployment goes from one to the next, the rule and this role do not change in the same moment.
    private static CfnMap RunTask(Family family, ClusterOffer cluster, Cfn cfn) => Allow(cfn, "RunTask", "ecs:RunTask",
        cfn.List(cfn.Sub(ClusterPrefix + "task-definition/${StackRoot}-" + family.Name + ":*", ("StackRoot", cfn.RootStackName()))),
        cfn.Map(("ArnEquals", cfn.Map(("ecs:cluster", ClusterArn(cluster, cfn))))));

    private static CfnMap PassRoles(Family family, Cfn cfn) => Allow(cfn, "PassRoles", "iam:PassRole",
        cfn.List(cfn.GetAtt(family.TaskRole(), "Arn"), cfn.GetAtt(family.ExecutionRole(), "Arn")),
        cfn.Map(("StringEquals", cfn.Map(("iam:PassedToService", cfn.String("ecs-tasks.amazonaws.com"))))));

    // ECS asks for it because a task that is run gets the tags of its definition.
    private static CfnMap TagTasks(ClusterOffer cluster, Cfn cfn) => Allow(cfn, "TagTasks", "ecs:TagResource",
        cfn.List(cfn.Sub(ClusterPrefix + "task/${Cluster}/*", ("Cluster", cluster.PlainName()))),
        cfn.Map(("StringEquals", cfn.Map(("ecs:CreateAction", cfn.String("RunTask"))))));

    private static CfnMap Allow(Cfn cfn, string sid, string action, CfnList resources, CfnMap condition) => cfn.Map(
        ("Sid", cfn.String(sid)),
        ("Effect", cfn.String("Allow")),
        ("Action", cfn.List(cfn.String(action))),
        ("Resource", resources),
        ("Condition", condition));
}
