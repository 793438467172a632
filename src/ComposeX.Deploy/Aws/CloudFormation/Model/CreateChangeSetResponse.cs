using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>The ids of a change set that is being made.</summary>
internal sealed class CreateChangeSetResponse : AmazonWebServiceResponse
{
    public string Id { get; init; } = "";

    public string StackId { get; init; } = "";

    internal static CreateChangeSetResponse Read(QueryElement element) =>
        new() { Id = element.Text(nameof(Id)) ?? "", StackId = element.Text(nameof(StackId)) ?? "" };
}
