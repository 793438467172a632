using System.Collections.Generic;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks which resources are not as the template says, a page at a time.</summary>
internal sealed class DescribeStackResourceDriftsRequest : QueryRequest
{
    public required string StackName { get; init; }

    /// <summary><c>MODIFIED</c>, <c>DELETED</c>, <c>IN_SYNC</c>, <c>NOT_CHECKED</c>.</summary>
    public IReadOnlyList<string> StackResourceDriftStatusFilters { get; init; } = [];

    public string? NextToken { get; init; }

    internal override string Action => "DescribeStackResourceDrifts";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Texts(nameof(StackResourceDriftStatusFilters), StackResourceDriftStatusFilters);
        query.Text(nameof(NextToken), NextToken);
    }
}
