using System.Linq;
using ComposeX.Deploy.Templates;

namespace ComposeX.Deploy.Stacks;

/// <summary>The place of a resource in the tree of stacks, for a person: <c>shop › web › Service</c>.</summary>
internal static class TreePath
{
    private const string Arrow = " › ";

    public static string Of(string stackName, TreeEvent found, Origins origins) =>
        found.IsOfStackItself ? Of(stackName, found.Stack, null, origins)
        : found.IsOfNestedStack ? Of(stackName, Below(found.Stack, found.Event.LogicalResourceId), null, origins)
        : Of(stackName, found.Stack, found.Event.LogicalResourceId, origins);

    /// <param name="stack">The nested stack's logical id in the root (<c>A/B</c> deeper down); empty for the root.</param>
    public static string Of(string stackName, string stack, string? resource, Origins origins) =>
        string.Join(Arrow, new[] { stackName, Short(origins.NameOf(stack), origins), resource }.Where(part => !string.IsNullOrEmpty(part)));

    // "shop.web" is the stack "web" of "shop".
    private static string Short(string name, Origins origins) =>
        origins.RootName is { Length: > 0 } root && name.StartsWith(root + ".", System.StringComparison.Ordinal) ? name[(root.Length + 1)..] : name;

    public static string Below(string stack, string logicalId) => stack.Length == 0 ? logicalId : stack + "/" + logicalId;

    /// <summary><c>web/Service</c>: as findings and the plan name a resource.</summary>
    public static string Name(string stack, string logicalId, Origins origins) =>
        stack.Length == 0 ? logicalId : origins.NameOf(stack) + "/" + logicalId;
}
