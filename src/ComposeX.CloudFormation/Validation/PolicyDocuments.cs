using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What a policy document is attached to, which decides what its statements must say.</summary>
internal enum PolicyKind
{
    /// <summary>To a role, user or group: says what may be done to which resources.</summary>
    Identity,

    /// <summary>To a resource: also says by whom.</summary>
    Resource,

    /// <summary>A role's trust: who may take it on.</summary>
    Trust,
}

/// <summary>Finds the policy documents among a resource's properties.</summary>
internal static class PolicyDocuments
{
    public static void Check(Resource resource, DiagnosticBag diagnostics)
    {
        foreach (var (kind, document) in In(resource))
            new PolicyDocumentValidator(kind, diagnostics).Check(document);
    }

    /// <summary>The documents that are written out, each with what it is attached to.</summary>
    public static IEnumerable<(PolicyKind Kind, CfnMap Document)> In(Resource resource) => Members(resource.Properties)
        .Where(member => member.Value is CfnMap)
        .Select(member => (Kind: KindOf(resource.Type, member.Name), Document: (CfnMap)member.Value))
        .Where(found => found.Kind is not null)
        .Select(found => (found.Kind.GetValueOrDefault(), found.Document));

    private static IEnumerable<CfnMember> Members(CfnValue value) => value switch
    {
        CfnMap map => map.Members.SelectMany(member => IsDocumentName(member.Name) ? [member] : Members(member.Value)),
        CfnList list => list.Items.SelectMany(Members),
        CfnFunction { Name: "Fn::If", Argument: var branches } => Members(branches),
        _ => [],
    };

    private static bool IsDocumentName(string name) => name is "PolicyDocument" or "AssumeRolePolicyDocument" or "KeyPolicy" or "RepositoryPolicyText" or "AccessPolicies" or "FileSystemPolicy" or "ResourcePolicy";

    private static PolicyKind? KindOf(string type, string name) => name switch
    {
        "AssumeRolePolicyDocument" => PolicyKind.Trust,
        "PolicyDocument" when type.StartsWith("AWS::IAM::", StringComparison.Ordinal) => PolicyKind.Identity,
        "PolicyDocument" when type is "AWS::SQS::QueuePolicy" or "AWS::SNS::TopicPolicy" or "AWS::S3::BucketPolicy" or "AWS::EC2::VPCEndpoint" => PolicyKind.Resource,
        "KeyPolicy" when type == "AWS::KMS::Key" => PolicyKind.Resource,
        "RepositoryPolicyText" when type == "AWS::ECR::Repository" => PolicyKind.Resource,
        "FileSystemPolicy" when type == "AWS::EFS::FileSystem" => PolicyKind.Resource,
        "AccessPolicies" when type == "AWS::OpenSearchService::Domain" => PolicyKind.Resource,
        _ => null,
    };
}
