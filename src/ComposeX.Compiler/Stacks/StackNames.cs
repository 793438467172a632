using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Stacks;

/// <summary>Which stack a home is in, by name. It depends on nothing but the home, so that no neighbour can move a resource.</summary>
internal static class StackNames
{
    /// <summary>The name of the nested stack, or null for the root.</summary>
    public static string? Of(Home home, StackLayout layout) => (layout, home.Kind) switch
    {
        (StackLayout.Nested, HomeKind.Family or HomeKind.Key) => home.Name,
        _ => null,
    };
}
