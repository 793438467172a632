using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Who may reach a load balancer, as written under <c>MacroParameters.Ingress</c>.</summary>
internal sealed record Ingress(IReadOnlyList<IngressEntry> Entries, Location Origin);

/// <summary>One source.</summary>
/// <param name="Name">What its rules are called for: the name given, or what it is.</param>
internal sealed record IngressEntry(IngressKind Kind, string Name, Location Origin)
{
    /// <summary>What the ids of its rules are made of. Without a name the block itself, in which 1.11.1.0 and 11.1.1.0 stay apart.</summary>
    public string Id { get; init; } = Name;

    /// <summary>The block, or the id; null for services and for what is looked up.</summary>
    public CfnValue? Value { get; init; }

    public string? OwnerId { get; init; }

    public YamlNode? Lookup { get; init; }

    public string? Description { get; init; }

    /// <summary>The listeners' ports that it may reach; all when empty.</summary>
    public IReadOnlyList<Located<string>> Ports { get; init; } = [];
}

/// <summary>The kinds of sources.</summary>
internal enum IngressKind
{
    IPv4,
    IPv6,
    Group,
    PrefixList,
    Service,
    Myself,
}
