using System.Collections.Generic;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A page of resources that are not as the template says.</summary>
internal sealed class DescribeStackResourceDriftsResponse : AmazonWebServiceResponse
{
    public IReadOnlyList<StackResourceDrift> StackResourceDrifts { get; init; } = [];

    public string? NextToken { get; init; }

    internal static DescribeStackResourceDriftsResponse Read(QueryElement element) =>
        new() { StackResourceDrifts = element.List(nameof(StackResourceDrifts), StackResourceDrift.Read), NextToken = element.Text(nameof(NextToken)) };
}
