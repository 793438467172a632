using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Rds;

/// <summary>A permissions boundary as the user names it: an ARN, a reference, or the name of a policy of this account.</summary>
internal static class PolicyArns
{
    public static CfnValue Of(Located<string> policy) =>
        policy.Value.StartsWith("arn:", StringComparison.Ordinal) || PropertiesReader.ReadReference(policy.Value, policy.Origin) is not null
            ? PropertiesReader.ReadText(policy.Value, policy.Origin)
            : new Cfn(policy.Origin).Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/" + policy.Value.TrimStart('/'));
}
