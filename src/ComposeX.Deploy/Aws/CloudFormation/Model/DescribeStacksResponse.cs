using System.Collections.Generic;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Stacks that were asked for.</summary>
internal sealed class DescribeStacksResponse : AmazonWebServiceResponse
{
    public IReadOnlyList<Stack> Stacks { get; init; } = [];

    public string? NextToken { get; init; }

    internal static DescribeStacksResponse Read(QueryElement element) =>
        new() { Stacks = element.List(nameof(Stacks), Stack.Read), NextToken = element.Text(nameof(NextToken)) };
}
