using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>How far a comparison is, and how it ended.</summary>
internal sealed class DescribeStackDriftDetectionStatusResponse : AmazonWebServiceResponse
{
    /// <summary><c>DETECTION_IN_PROGRESS</c>, <c>DETECTION_COMPLETE</c> or <c>DETECTION_FAILED</c>.</summary>
    public string DetectionStatus { get; init; } = "";

    public string? DetectionStatusReason { get; init; }

    /// <summary><c>DRIFTED</c>, <c>IN_SYNC</c>, <c>UNKNOWN</c> or <c>NOT_CHECKED</c>.</summary>
    public string? StackDriftStatus { get; init; }

    internal static DescribeStackDriftDetectionStatusResponse Read(QueryElement element) => new()
    {
        DetectionStatus = element.Text(nameof(DetectionStatus)) ?? "",
        DetectionStatusReason = element.Text(nameof(DetectionStatusReason)),
        StackDriftStatus = element.Text(nameof(StackDriftStatus)),
    };
}
