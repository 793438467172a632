using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks to carry a change set out.</summary>
internal sealed class ExecuteChangeSetRequest : QueryRequest
{
    public required string ChangeSetName { get; init; }

    public string? StackName { get; init; }

    public string? ClientRequestToken { get; init; }

    public bool? DisableRollback { get; init; }

    internal override string Action => "ExecuteChangeSet";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(ChangeSetName), ChangeSetName);
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(ClientRequestToken), ClientRequestToken);
        query.Flag(nameof(DisableRollback), DisableRollback);
    }
}
