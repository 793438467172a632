using ComposeX.Model.Families;

namespace ComposeX.Model.Synthesis;

/// <summary>
/// Where a resource belongs by its nature. <c>LayOutStacks</c> decides which stack that is; a home depends on nothing
/// but names that the user chose, so that no resource moves when another one is added.
/// </summary>
/// <param name="Name">Empty for the root; otherwise the family's name, or the x-key.</param>
public sealed record Home(HomeKind Kind, string Name)
{
    /// <summary>What the whole application shares, such as the cluster.</summary>
    public static Home Root { get; } = new(HomeKind.Root, "");

    /// <summary>A family's task definition and service, and what only they use.</summary>
    public static Home Of(Family family) => new(HomeKind.Family, family.Name);

    /// <summary>The family's roles, which others may refer to without waiting for its service.</summary>
    public static Home RolesOf(Family family) => new(HomeKind.Roles, family.Name);

    /// <summary>The family's security group, which others may refer to without waiting for its service.</summary>
    public static Home IdentityOf(Family family) => new(HomeKind.Identity, family.Name);

    /// <summary>The rules that let others reach the family.</summary>
    public static Home RulesOf(Family family) => new(HomeKind.Rules, family.Name);

    /// <summary>Resources declared under an x-key.</summary>
    public static Home OfKey(string key) => new(HomeKind.Key, key);

    /// <summary>Policies that let others reach what is declared under an x-key: they may refer to those others, and nothing refers to them.</summary>
    public static Home PoliciesOf(string key) => new(HomeKind.Policies, key);
}

/// <summary>The kinds of home.</summary>
public enum HomeKind
{
    Root,
    Roles,
    Identity,
    Rules,
    Key,
    Policies,
    Family,
}
