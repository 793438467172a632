using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Asks for the template that a stack was made from.</summary>
internal sealed class GetTemplateRequest : QueryRequest
{
    public required string StackName { get; init; }

    internal override string Action => "GetTemplate";

    internal override void Write(QueryWriter query) => query.Text(nameof(StackName), StackName);
}
