using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Compiler.Boundaries;

/// <summary>Bounds every role by the policy that the build names. A role that says its own keeps it.</summary>
internal static class PermissionsBoundaries
{
    private const string Property = "PermissionsBoundary";

    /// <param name="policy">The policy's ARN, or the name of one in the account that is deployed to; null for none.</param>
    public static IReadOnlyList<Template> Set(IReadOnlyList<Template> templates, string? policy) => policy is null
        ? templates
        : [.. templates.Select(template => template with { Resources = [.. template.Resources.Select(resource => Bound(resource, policy))] })];

    private static Resource Bound(Resource resource, string policy) => resource.Type != "AWS::IAM::Role" || resource.Properties[Property] is not null
        ? resource
        : resource with { Properties = resource.Properties.With(Property, Arn(policy, new Cfn(resource.Origin))) };

    private static CfnValue Arn(string policy, Cfn cfn) =>
        !policy.StartsWith("arn:", StringComparison.Ordinal) ? cfn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/" + policy.TrimStart('/'))
        : policy.Contains("${") ? cfn.Sub(policy)
        : cfn.String(policy);
}
