using System.Collections.Generic;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A page of a change set.</summary>
internal sealed class DescribeChangeSetResponse : AmazonWebServiceResponse
{
    public string ChangeSetId { get; init; } = "";

    public string StackId { get; init; } = "";

    public string StackName { get; init; } = "";

    /// <summary><c>CREATE_PENDING</c>, <c>CREATE_IN_PROGRESS</c>, <c>CREATE_COMPLETE</c>, <c>FAILED</c> …</summary>
    public string Status { get; init; } = "";

    public string? StatusReason { get; init; }

    /// <summary><c>AVAILABLE</c>, <c>UNAVAILABLE</c>, <c>OBSOLETE</c>, <c>EXECUTE_IN_PROGRESS</c> …</summary>
    public string? ExecutionStatus { get; init; }

    public IReadOnlyList<ResourceChange> Changes { get; init; } = [];

    public string? NextToken { get; init; }

    internal static DescribeChangeSetResponse Read(QueryElement element) => new()
    {
        ChangeSetId = element.Text(nameof(ChangeSetId)) ?? "",
        StackId = element.Text(nameof(StackId)) ?? "",
        StackName = element.Text(nameof(StackName)) ?? "",
        Status = element.Text(nameof(Status)) ?? "",
        StatusReason = element.Text(nameof(StatusReason)),
        ExecutionStatus = element.Text(nameof(ExecutionStatus)),
        Changes = element.List(nameof(Changes), change => ResourceChange.Read(change[nameof(ResourceChange)])),
        NextToken = element.Text(nameof(NextToken)),
    };
}
