using System;

namespace ComposeX.CloudFormation.Validation;

/// <summary>The resource types with rules of their own.</summary>
internal static class ResourceTypes
{
    public const string Stack = "AWS::CloudFormation::Stack";

    /// <summary>Whether its author decides what the resource takes and returns, so that no schema can say.</summary>
    public static bool IsCustom(string type) =>
        type == "AWS::CloudFormation::CustomResource" || type == "AWS::CloudFormation::Macro" || type.StartsWith("Custom::", StringComparison.Ordinal);

    /// <summary>Whether somebody else than AWS publishes the type: it is then not in the catalogue.</summary>
    public static bool IsThirdParty(string type) =>
        type.Split(["::"], StringSplitOptions.None) is { Length: 3 or 4 } parts && parts[0].Length > 0 && parts[0] is not ("AWS" or "Aws" or "aws" or "Alexa" or "Custom");

    /// <summary>Whether CloudFormation can make a snapshot before it deletes one: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html</summary>
    public static bool HasSnapshots(string type) => type is
        "AWS::DocDB::DBCluster" or "AWS::EC2::Volume" or "AWS::ElastiCache::CacheCluster" or "AWS::ElastiCache::ReplicationGroup" or "AWS::Neptune::DBCluster"
        or "AWS::RDS::DBCluster" or "AWS::RDS::DBInstance" or "AWS::Redshift::Cluster";
}
