using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks to delete a stack.</summary>
internal sealed class DeleteStackRequest : QueryRequest
{
    public required string StackName { get; init; }

    public string? RoleARN { get; init; }

    /// <summary>Lets the call be repeated when its answer was lost.</summary>
    public string ClientRequestToken { get; init; } = NewToken();

    internal override string Action => "DeleteStack";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(RoleARN), RoleARN);
        query.Text(nameof(ClientRequestToken), ClientRequestToken);
    }
}
