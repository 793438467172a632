using System;
using System.Linq;

namespace ComposeX.Deploy.Operations;

/// <summary>What to do about the failures that people meet most, known by what AWS says and of what.</summary>
internal static class Advice
{
    private const string AnyType = "";

    private static readonly (string Type, string[] Signs, string Text)[] Known =
    [
        (AnyType, ["security token included in the request is expired", "ExpiredToken"], "The credentials expired during the operation: sign in again and run again."),
        (AnyType, ["service linked role", "service-linked role", "ServiceLinkedRole"], "The account lacks the service's own role: have somebody who may call iam:CreateServiceLinkedRole make it once (\"aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com\", or the service that is named), then deploy again."),
        (AnyType, ["is unable to assume", "not authorized to perform: sts:AssumeRole", "cannot be assumed", "invalid principal"], "A role does not trust whoever is to use it, or was made only now: check its trust policy, and deploy again if it is new."),
        (AnyType, ["is not authorized to perform", "AccessDenied", "UnauthorizedOperation", "not authorized"], "A permission is missing for whoever deploys, or for the role that CloudFormation assumes (\"EcsRoleArn\")."),
        ("AWS::S3::Bucket", ["already exists", "AlreadyExists", "not available"], "Names of buckets are taken by all accounts of AWS together: choose another, or leave the name to CloudFormation."),
        ("AWS::S3::Bucket", ["not empty", "BucketNotEmpty"], "Empty the bucket first, all versions of its objects too, or keep it with a DeletionPolicy of \"Retain\"."),
        ("AWS::ECR::Repository", ["RepositoryNotEmpty", "not empty", "still contains images"], "Delete the repository's images first, or set \"EmptyOnDelete\"."),
        ("AWS::CertificateManager::Certificate", ["PENDING_VALIDATION", "validation", "timed out"], "The certificate was not validated in time: create the DNS record that the event names in the domain's public zone, then deploy again."),
        ("AWS::CloudFront::Distribution", ["CNAMEAlreadyExists", "already associated"], "Another distribution has this domain name: remove it there first."),
        (AnyType, ["CannotPullContainer"], "The image cannot be pulled: check its name and that the subnets have a way to the registry (NAT or endpoints)."),
        (AnyType, ["ECS Deployment Circuit Breaker", "Circuit breaker"], "The new tasks did not stay healthy: look at the reason of the stopped tasks and at the container's log, the health check, the port and the command."),
        (AnyType, ["did not stabilize", "Exceeded attempts to wait", "NotStabilized"], "It did not become stable in time: look at the service's events, the health check and whether the image can be pulled."),
        (AnyType, ["does not have an associated load balancer"], "The target group belongs to no listener yet: give the load balancer a listener that forwards to it."),
        (AnyType, ["LimitExceeded", "quota", "maximum number of", "Limit Exceeded", "TooMany"], "A quota of the account is used up: raise it in Service Quotas, or remove what is not needed."),
        (AnyType, ["Throttling", "Rate exceeded", "TooManyRequests", "ServiceUnavailable", "Internal Failure", "InternalFailure", "internal error"], "AWS was busy or had a fault of its own: deploy again."),
        (AnyType, ["scheduled for deletion", "marked for deletion"], "A secret of that name waits for its deletion: restore it, or delete it without recovery (\"aws secretsmanager delete-secret --force-delete-without-recovery\")."),
        (AnyType, ["already exists", "AlreadyExists", "EntityAlreadyExists", "already in use", "is not unique"], "Something of that name exists outside this stack: remove or rename it, leave the name to CloudFormation, or use \"Lookup\" in place of \"Properties\"."),
        (AnyType, ["conflicts with another", "CIDR"], "The address range is taken or does not fit: choose another."),
        (AnyType, ["Cannot find version", "not supported for", "Unsupported", "is not supported", "not available in this region", "Cannot create a"], "AWS does not offer this combination in this region: choose another version, size or region."),
        (AnyType, ["No export named"], "An imported value is not there: deploy the stack that exports it first."),
        (AnyType, ["has dependencies", "DependencyViolation", "has a dependent object", "as it is in use by", "in use"], "Something still uses it: deploy or destroy what uses it first."),
        (AnyType, ["KMS", "kms:"], "A key cannot be used: check that it is enabled and that its policy allows whoever is to use it."),
        (AnyType, ["HandlerErrorCode: NotFound", "does not exist", "was not found"], "Something that it names is not there: check names and ARNs, and run \"EcsLookup\" again if it comes from a look-up."),
    ];

    /// <summary>The advice, with a leading space; empty when there is none.</summary>
    public static string For(string reason, string? type = null) => Known
        .Where(known => (known.Type == AnyType || known.Type == type) && Array.Exists(known.Signs, sign => reason.Contains(sign, StringComparison.OrdinalIgnoreCase)))
        .Select(known => " " + known.Text)
        .FirstOrDefault() ?? "";
}
