using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks for a stack's events, newest first, a page at a time.</summary>
internal sealed class DescribeStackEventsRequest : QueryRequest
{
    public required string StackName { get; init; }

    public string? NextToken { get; init; }

    internal override string Action => "DescribeStackEvents";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(NextToken), NextToken);
    }
}
