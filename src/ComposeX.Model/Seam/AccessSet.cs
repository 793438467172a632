using System.Collections.Generic;

namespace ComposeX.Model.Seam;

/// <summary>A named set of IAM permissions on one resource.</summary>
/// <param name="Name">What the user writes after <c>Access:</c>; also the statement's Sid.</param>
/// <param name="Actions">IAM actions, always an allow-list.</param>
/// <param name="Resources">ARNs with <c>${Arn}</c> standing for the resource's own.</param>
public sealed record AccessSet(string Name, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>A set on the resource's own ARN.</summary>
    public static AccessSet OnResource(string name, params string[] actions) => new(name, actions, ["${Arn}"]);
}
