using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A stack parameter: its value, or that the stack's present value stays.</summary>
internal sealed record Parameter(string ParameterKey, string? ParameterValue = null, bool? UsePreviousValue = null)
{
    internal static Parameter Read(QueryElement element) =>
        new(element.Text(nameof(ParameterKey)) ?? "", element.Text(nameof(ParameterValue)), element.Flag(nameof(UsePreviousValue)));

    internal void Write(QueryWriter query)
    {
        query.Text(nameof(ParameterKey), ParameterKey);
        query.Text(nameof(ParameterValue), ParameterValue);
        query.Flag(nameof(UsePreviousValue), UsePreviousValue);
    }
}
