using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks to compare what a stack holds with what its template says.</summary>
internal sealed class DetectStackDriftRequest : QueryRequest
{
    public required string StackName { get; init; }

    internal override string Action => "DetectStackDrift";

    internal override void Write(QueryWriter query) => query.Text(nameof(StackName), StackName);
}
