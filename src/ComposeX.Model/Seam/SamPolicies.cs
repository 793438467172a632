using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Model.Seam;

/// <summary>
/// The policy templates of AWS SAM as access sets: <c>Access: SQSPollerPolicy</c>. A module takes those of its service with
/// <c>.. SamPolicies.Of("sqs")</c> among its sets.
/// </summary>
/// <remarks>
/// The names and what they allow are SAM's; three things are not. Wildcards are spelt out; actions that IAM does not know
/// (<c>sqs:DeleteMessageBatch</c>), or that can only be allowed on everything the account has (<c>ssm:DescribeParameters</c>,
/// <c>dynamodb:ListStreams</c>, <c>dynamodb:ListBackups</c>), are left out; and the resource is the one that is used, never others
/// whose names begin like its own. Templates without a resource of ours, or with parameters beside it, are no access sets.
/// </remarks>
public static class SamPolicies
{
    /// <summary>The templates about one AWS service, by its prefix in IAM: <c>sqs</c>. None when there are none.</summary>
    public static IReadOnlyList<AccessSet> Of(string service) => [.. SamTemplates.All.Where(template => template.Service == service).SelectMany(template => template.Sets)];

    /// <summary>Whether SAM has a template of that name, whatever it is about.</summary>
    public static bool IsKnown(string name) => KeyOf(name) is not null || Array.IndexOf(SamTemplates.Others, name) >= 0;

    /// <summary>The x-key that the template of that name is about; null when no x-key takes it.</summary>
    public static string? KeyOf(string name) =>
        SamTemplates.All.FirstOrDefault(template => template.Sets.Any(set => string.Equals(set.Name, name, StringComparison.Ordinal)))?.Key;
}
