using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A resource that a stack holds.</summary>
internal sealed record StackResource(string LogicalResourceId, string ResourceType, string ResourceStatus)
{
    public string? PhysicalResourceId { get; init; }

    public string? ResourceStatusReason { get; init; }

    internal static StackResource Read(QueryElement element) => new(
        element.Text(nameof(LogicalResourceId)) ?? "",
        element.Text(nameof(ResourceType)) ?? "",
        element.Text(nameof(ResourceStatus)) ?? "")
    {
        PhysicalResourceId = element.Text(nameof(PhysicalResourceId)),
        ResourceStatusReason = element.Text(nameof(ResourceStatusReason)),
    };
}
