using System;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Something that happened to a stack or one of its resources.</summary>
internal sealed record StackEvent(string EventId, string StackId, string StackName, string LogicalResourceId, string ResourceStatus, DateTimeOffset Timestamp)
{
    public string? PhysicalResourceId { get; init; }

    public string? ResourceType { get; init; }

    public string? ResourceStatusReason { get; init; }

    internal static StackEvent Read(QueryElement element) => new(
        element.Text(nameof(EventId)) ?? "",
        element.Text(nameof(StackId)) ?? "",
        element.Text(nameof(StackName)) ?? "",
        element.Text(nameof(LogicalResourceId)) ?? "",
        element.Text(nameof(ResourceStatus)) ?? "",
        element.Time(nameof(Timestamp)) ?? default)
    {
        PhysicalResourceId = element.Text(nameof(PhysicalResourceId)),
        ResourceType = element.Text(nameof(ResourceType)),
        ResourceStatusReason = element.Text(nameof(ResourceStatusReason)),
    };
}
