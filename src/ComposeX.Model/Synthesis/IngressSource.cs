using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;

namespace ComposeX.Model.Synthesis;

/// <summary>Who may reach a port. The cases are closed.</summary>
/// <param name="Name">What the rule's logical id and description call it; the same source has the same name in every build.</param>
public abstract record IngressSource(string Name);

/// <summary>The tasks of a family, of the same one too.</summary>
public sealed record FamilySource(Family From) : IngressSource(From.Name);

/// <summary>A block of addresses.</summary>
/// <param name="Cidr">An IPv4 block, or an IPv6 block when <paramref name="IsIPv6"/>.</param>
public sealed record CidrSource(string Name, string Cidr, bool IsIPv6) : IngressSource(Name);

/// <summary>Whoever is in a security group.</summary>
/// <param name="OwnerId">The account of a group that belongs to another one, or null.</param>
public sealed record GroupSource(string Name, CfnValue GroupId, string? OwnerId = null) : IngressSource(Name);

/// <summary>The addresses of a managed prefix list.</summary>
public sealed record PrefixListSource(string Name, CfnValue PrefixListId) : IngressSource(Name);
