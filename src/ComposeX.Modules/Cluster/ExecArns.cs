using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>Turns the names that a cluster's configuration holds into what a policy can name.</summary>
internal static class ExecArns
{
    private const string Alias = "alias/";

    public static ExecLogging Of(CfnValue? logGroup, CfnValue? bucket, CfnValue? prefix, CfnValue? key, Location origin)
    {
        var bucketArn = bucket is null ? null : Arn("arn:${AWS::Partition}:s3:::", bucket, "");
        var alias = key is CfnString text && text.Value.IndexOf(Alias, StringComparison.Ordinal) is >= 0 and var at ? text.Value.Substring(at) : null;
        var cfn = new Cfn(origin);
        return new ExecLogging
        {
            LogGroupArn = logGroup is null ? null : Arn("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:", logGroup, ":*"),
            BucketArn = bucketArn,
            ObjectsArn = bucketArn is null || bucket is null ? null : Arn("arn:${AWS::Partition}:s3:::", bucket, prefix is CfnString path ? $"/{path.Value.Trim('/')}/*" : "/*"),
            KeyArn = key switch
            {
                null => null,
                _ when alias is not null => cfn.Sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*"),
                CfnString id when !id.Value.StartsWith("arn:", StringComparison.Ordinal) => Arn("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/", id, ""),
                DeclarationReference reference => reference with { Attribute = "Arn" },
                _ => key,
            },
            KeyCondition = alias is null ? null : cfn.Map(("ForAnyValue:StringEquals", cfn.Map(("kms:ResourceAliases", cfn.String(alias))))),
        };
    }

    private static CfnValue Arn(string before, CfnValue name, string after) => name is CfnString text
        ? new Cfn(name.Origin).Sub(before + text.Value + after)
        : new Cfn(name.Origin).Sub(before + "${Name}" + after, ("Name", name));
}
