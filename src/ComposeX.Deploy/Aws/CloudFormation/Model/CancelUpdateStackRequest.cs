using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks to stop a running update and roll it back.</summary>
internal sealed class CancelUpdateStackRequest : QueryRequest
{
    public required string StackName { get; init; }

    /// <summary>Lets the call be repeated when its answer was lost.</summary>
    public string ClientRequestToken { get; init; } = NewToken();

    internal override string Action => "CancelUpdateStack";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Text(nameof(ClientRequestToken), ClientRequestToken);
    }
}
