using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>Turns a stack's protection against deletion on or off.</summary>
internal sealed class UpdateTerminationProtectionRequest : QueryRequest
{
    public required string StackName { get; init; }

    public required bool EnableTerminationProtection { get; init; }

    internal override string Action => "UpdateTerminationProtection";

    internal override void Write(QueryWriter query)
    {
        query.Text(nameof(StackName), StackName);
        query.Flag(nameof(EnableTerminationProtection), EnableTerminationProtection);
    }
}
