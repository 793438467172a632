using System.Collections.Generic;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A page of a stack's events, newest first.</summary>
internal sealed class DescribeStackEventsResponse : AmazonWebServiceResponse
{
    public IReadOnlyList<StackEvent> StackEvents { get; init; } = [];

    public string? NextToken { get; init; }

    internal static DescribeStackEventsResponse Read(QueryElement element) =>
        new() { StackEvents = element.List(nameof(StackEvents), StackEvent.Read), NextToken = element.Text(nameof(NextToken)) };
}
