using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>The id of a comparison that was begun.</summary>
internal sealed class DetectStackDriftResponse : AmazonWebServiceResponse
{
    public string StackDriftDetectionId { get; init; } = "";

    internal static DetectStackDriftResponse Read(QueryElement element) =>
        new() { StackDriftDetectionId = element.Text(nameof(StackDriftDetectionId)) ?? "" };
}
