using System;
using System.Linq;

namespace ComposeX.Deploy.Operations;

/// <summary>What to do about the failures that people meet most, known by what AWS says.</summary>
internal static class Advice
{
    private static readonly (string[] Signs, string Text)[] Known =
    [
        (["ECS Deployment Circuit Breaker", "Circuit breaker"], "The new tasks did not stay healthy: look at the reason of the stopped tasks and at the container's log, the health check, the port and the command."),
        (["did not stabilize", "Exceeded attempts to wait"], "It did not become stable in time: look at the service's events, the health check and whether the image can be pulled."),
        (["CannotPullContainer"], "The image cannot be pulled: check its name and that the subnets have a way to the registry (NAT or endpoints)."),
        (["is not authorized to perform", "AccessDenied", "UnauthorizedOperation"], "A permission is missing for whoever deploys, or for the role that CloudFormation assumes (\"EcsRoleArn\")."),
        (["LimitExceeded", "quota", "maximum number of"], "A quota of the account is used up: raise it in Service Quotas, or remove what is not needed."),
        (["already exists", "AlreadyExists"], "Something of that name exists outside this stack: remove or rename it, leave the name to CloudFormation, or use \"Lookup\" in place of \"Properties\"."),
        (["No export named"], "An imported value is not there: deploy the stack that exports it first."),
        (["as it is in use by", "in use"], "Something still uses it: deploy the other stack without it first."),
        (["security token included in the request is expired", "ExpiredToken"], "The credentials expired during the operation: sign in again and run again."),
    ];

    /// <summary>The advice, with a leading space; empty when there is none.</summary>
    public static string For(string reason) => Known
        .Where(known => known.Signs.Any(sign => reason.Contains(sign, StringComparison.OrdinalIgnoreCase)))
        .Select(known => " " + known.Text)
        .FirstOrDefault() ?? "";
}
