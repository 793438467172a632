using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Families;

/// <summary>A family's two roles: what its code may do, and what ECS may do to start it. Both are empty until something is granted.</summary>
internal static class TaskRoles
{
    public static IEnumerable<SynthesizedResource> Of(FamilyRequest request) =>
    [
        Role(request, FamilyRole.Task, request.Family.TaskRole(), $"What the tasks of {request.Family.Name} may do"),
        Role(request, FamilyRole.Execution, request.Family.ExecutionRole(), $"What ECS may do to start the tasks of {request.Family.Name}"),
    ];

    private static SynthesizedResource Role(FamilyRequest request, FamilyRole role, string logicalId, string description)
    {
        var cfn = new Cfn(request.Family.Origin);
        IReadOnlyList<CfnValue> policies = [.. request.Asked<AttachPolicy>().Where(policy => policy.Role == role).Select(policy => policy.PolicyArn).Distinct(CfnValueComparer.Default)];
        return new(logicalId, "AWS::IAM::Role", cfn.Map(
            ("Description", cfn.String(description)),
            ("AssumeRolePolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(Trust(cfn))))),
            ("ManagedPolicyArns", policies.Count == 0 ? null : cfn.List(policies)),
            ("PermissionsBoundary", request.Asked<SetPermissionsBoundary>().FirstOrDefault()?.PolicyArn)), Home.RolesOf(request.Family), request.Family.Origin);
    }

    // Only ECS, and only for tasks of this account: the confused-deputy conditions that the ECS developer guide asks for.
    private static CfnMap Trust(Cfn cfn) => cfn.Map(
        ("Effect", cfn.String("Allow")),
        ("Principal", cfn.Map(("Service", cfn.String("ecs-tasks.amazonaws.com")))),
        ("Action", cfn.String("sts:AssumeRole")),
        ("Condition", cfn.Map(
            ("StringEquals", cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId")))),
            ("ArnLike", cfn.Map(("aws:SourceArn", cfn.Sub("arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:*")))))));
}
