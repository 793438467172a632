using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks for the resources a stack holds.</summary>
internal sealed class DescribeStackResourcesRequest : QueryRequest
{
    public required string StackName { get; init; }

    internal override string Action => "DescribeStackResources";

    internal override void Write(QueryWriter query) => query.Text(nameof(StackName), StackName);
}
