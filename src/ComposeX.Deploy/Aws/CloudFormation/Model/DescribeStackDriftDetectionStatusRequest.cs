using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks how far a comparison is.</summary>
internal sealed class DescribeStackDriftDetectionStatusRequest : QueryRequest
{
    public required string StackDriftDetectionId { get; init; }

    internal override string Action => "DescribeStackDriftDetectionStatus";

    internal override void Write(QueryWriter query) => query.Text(nameof(StackDriftDetectionId), StackDriftDetectionId);
}
