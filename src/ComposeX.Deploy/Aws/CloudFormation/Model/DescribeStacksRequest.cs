using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks for a stack's state, parameters and outputs.</summary>
internal sealed class DescribeStacksRequest : QueryRequest
{
    public string? StackName { get; init; }

    public string? NextToken { get; init; }

    internal override string Action => "DescribeStacks";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(NextToken), NextToken);
    }
}
