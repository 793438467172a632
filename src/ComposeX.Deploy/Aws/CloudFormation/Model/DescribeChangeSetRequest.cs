using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks how far a change set is and what it would change, a page at a time.</summary>
internal sealed class DescribeChangeSetRequest : QueryRequest
{
    public required string ChangeSetName { get; init; }

    public string? StackName { get; init; }

    public string? NextToken { get; init; }

    public bool? IncludePropertyValues { get; init; }

    internal override string Action => "DescribeChangeSet";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(ChangeSetName), ChangeSetName);
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(NextToken), NextToken);
        query.Flag(nameof(IncludePropertyValues), IncludePropertyValues);
    }
}
