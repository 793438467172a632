using System.Collections.Generic;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>What a change set would do to one resource.</summary>
internal sealed record ResourceChange(string Action, string LogicalResourceId, string ResourceType)
{
    public string? PhysicalResourceId { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Conditional</c>; set for modifications.</summary>
    public string? Replacement { get; init; }

    /// <summary>What becomes of the old resource: <c>Delete</c>, <c>Retain</c>, <c>Snapshot</c>, <c>ReplaceAndDelete</c> …</summary>
    public string? PolicyAction { get; init; }

    /// <summary>The nested stack's own change set.</summary>
    public string? ChangeSetId { get; init; }

    public IReadOnlyList<ResourceChangeDetail> Details { get; init; } = [];

    internal static ResourceChange Read(QueryElement element) => new(
        element.Text(nameof(Action)) ?? "",
        element.Text(nameof(LogicalResourceId)) ?? "",
        element.Text(nameof(ResourceType)) ?? "")
    {
        PhysicalResourceId = element.Text(nameof(PhysicalResourceId)),
        Replacement = element.Text(nameof(Replacement)),
        PolicyAction = element.Text(nameof(PolicyAction)),
        ChangeSetId = element.Text(nameof(ChangeSetId)),
        Details = element.List(nameof(Details), ResourceChangeDetail.Read),
    };
}
