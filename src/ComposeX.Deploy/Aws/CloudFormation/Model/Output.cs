using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>An output of a stack.</summary>
internal sealed record Output(string OutputKey, string OutputValue, string? Description, string? ExportName)
{
    internal static Output Read(QueryElement element) => new(
        element.Text(nameof(OutputKey)) ?? "",
        element.Text(nameof(OutputValue)) ?? "",
        element.Text(nameof(Description)),
        element.Text(nameof(ExportName)));
}
