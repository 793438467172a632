using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Stacks;

/// <summary>What the template of a deployed stack says becomes of its resources, for where CloudFormation does not tell.</summary>
internal sealed class DeletionPolicies
{
    private static readonly DeletionPolicies Unknown = new();

    private readonly Dictionary<string, string> _policies = new(StringComparer.Ordinal);

    /// <summary><c>Delete</c>, <c>Retain</c>, <c>RetainExceptOnCreate</c> or <c>Snapshot</c>; null when nothing is written.</summary>
    public string? Of(string logicalId) => _policies.GetValueOrDefault(logicalId);

    public bool Retains(string logicalId) => Of(logicalId) is "Retain" or "RetainExceptOnCreate";

    /// <summary>The policies; none where the template cannot be had.</summary>
    public static async Task<DeletionPolicies> ReadAsync(IAmazonCloudFormation cloudFormation, string stackId, CancellationToken cancellationToken)
    {
        try
        {
            var response = await cloudFormation.GetTemplateAsync(new GetTemplateRequest { StackName = stackId }, cancellationToken).ConfigureAwait(false);
            return Read(response.TemplateBody);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && AwsFailures.Describe(exception) is not null)
        {
            return Unknown;
        }
    }

    // JSON is YAML, so that one reader does for both notations.
    private static DeletionPolicies Read(string template)
    {
        var read = new DeletionPolicies();
        if (YamlReader.Read(new SourceFile("template", template), new DiagnosticBag()) is not [YamlMapping root, ..] || root["Resources"] is not YamlMapping resources)
            return read;
        foreach (var resource in resources.Entries)
        {
            if (resource.Value is YamlMapping members && members["DeletionPolicy"] is YamlScalar policy)
                read._policies[resource.Name] = policy.Text;
        }

        return read;
    }
}
