using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks to go on with a rollback that failed.</summary>
internal sealed class ContinueUpdateRollbackRequest : QueryRequest
{
    public required string StackName { get; init; }

    public string? RoleARN { get; init; }

    /// <summary>Lets the call be repeated when its answer was lost.</summary>
    public string ClientRequestToken { get; init; } = NewToken();

    internal override string Action => "ContinueUpdateRollback";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(RoleARN), RoleARN);
        query.Text(nameof(ClientRequestToken), ClientRequestToken);
    }
}
