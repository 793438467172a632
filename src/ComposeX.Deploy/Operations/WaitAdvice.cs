using System;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Operations;

/// <summary>Says of a resource that waits for a person what it waits for; else it looks as if it only took its time.</summary>
internal static class WaitAdvice
{
    public static string? For(StackEvent found) => found switch
    {
        _ when !StackStatus.IsRunning(found.ResourceStatus) || found.ResourceStatusReason is null => null,
        { ResourceType: "AWS::CertificateManager::Certificate" } when found.ResourceStatusReason.Contains("DNS Record", StringComparison.OrdinalIgnoreCase)
            => "→ the certificate is issued when this record can be seen in public DNS; create it if no hosted zone of the stack does",
        { ResourceType: "AWS::CertificateManager::Certificate" } when found.ResourceStatusReason.Contains("email", StringComparison.OrdinalIgnoreCase)
            => "→ the certificate is issued when somebody follows the link in the e-mail that was sent to the domain",
        _ => null,
    };
}
