using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Throws a change set away.</summary>
internal sealed class DeleteChangeSetRequest : QueryRequest
{
    public required string ChangeSetName { get; init; }

    public string? StackName { get; init; }

    internal override string Action => "DeleteChangeSet";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(ChangeSetName), ChangeSetName);
        query.Text(nameof(StackName), StackName);
    }
}
