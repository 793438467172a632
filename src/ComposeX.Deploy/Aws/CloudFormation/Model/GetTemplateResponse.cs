using Amazon.Runtime;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A template as it was sent.</summary>
internal sealed class GetTemplateResponse : AmazonWebServiceResponse
{
    public string TemplateBody { get; init; } = "";

    internal static GetTemplateResponse Read(QueryElement element) => new() { TemplateBody = element.Text(nameof(TemplateBody)) ?? "" };
}
