using ComposeX.Model.Families;

namespace ComposeX.Model.Synthesis;

/// <summary>
/// Where a resource belongs by its nature. <c>LayOutStacks</c> decides which stack that is; a home depends on nothing
/// but names that the user chose, so that no resource moves when another one is added.
/// </summary>
/// <param name="Name">Empty for the root; otherwise the family's name, or the x-key.</param>
public sealed record Home(string Name)
{
    /// <summary>What the whole application shares: the cluster, roles, security groups and the rules between them.</summary>
    public static Home Root { get; } = new("");

    public static Home Of(Family family) => new(family.Name);

    /// <summary>Resources declared under an x-key.</summary>
    public static Home OfKey(string key) => new(key);
}
