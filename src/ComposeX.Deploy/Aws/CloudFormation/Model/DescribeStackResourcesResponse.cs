using System.Collections.Generic;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>The resources of a stack.</summary>
internal sealed class DescribeStackResourcesResponse : AmazonWebServiceResponse
{
    public IReadOnlyList<StackResource> StackResources { get; init; } = [];

    internal static DescribeStackResourcesResponse Read(QueryElement element) =>
        new() { StackResources = element.List(nameof(StackResources), StackResource.Read) };
}
