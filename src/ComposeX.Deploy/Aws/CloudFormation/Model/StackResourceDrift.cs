using System.Collections.Generic;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A resource that is not as the template says, and in which properties. Their values are left where they are: they may be secret.</summary>
internal sealed record StackResourceDrift(string LogicalResourceId, string ResourceType, string StackResourceDriftStatus)
{
    public IReadOnlyList<string> PropertyPaths { get; init; } = [];

    internal static StackResourceDrift Read(QueryElement element) => new(
        element.Text(nameof(LogicalResourceId)) ?? "",
        element.Text(nameof(ResourceType)) ?? "",
        element.Text(nameof(StackResourceDriftStatus)) ?? "")
    {
        PropertyPaths = element.List("PropertyDifferences", difference => difference.Text("PropertyPath") ?? ""),
    };
}
