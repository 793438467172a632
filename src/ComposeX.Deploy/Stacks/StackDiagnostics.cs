using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Stacks;

/// <summary>Findings about following an operation.</summary>
internal static class StackDiagnostics
{
    public static Diagnostic LostSight(string stackName, string reason) => Diagnostic.Error(
        "CX6416",
        Place.None,
        $"The operation on the stack \"{stackName}\" goes on in AWS, and how it ends could not be followed: {reason} Then run the same again: it picks the operation up.");
}
