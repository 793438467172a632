using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Lookups;

/// <summary>
/// What is to be found on AWS for the look-ups of a compose file, as data: the compiler writes it, who may call AWS carries it out.
/// </summary>
/// <param name="Lookups">In ordinal order of section and name.</param>
public sealed record LookupPlan(IReadOnlyList<PlannedLookup> Lookups)
{
    /// <summary>The version of the plan's form.</summary>
    public const int FormatVersion = 1;
}

/// <summary>One entry of the lock file.</summary>
/// <param name="Section">The x-key, or whatever else holds look-ups by name.</param>
/// <param name="Text">The look-up as one line, by which the lock notices changes.</param>
/// <param name="Queries">What is asked; nothing where nobody knows how, and then the entry stays as it is.</param>
public sealed record PlannedLookup(string Section, string Name, string Text, IReadOnlyList<PlannedQuery> Queries, Location Origin);

/// <summary>One thing to find, or all that match.</summary>
/// <param name="TaggingType">The resource type for the tagging API: <c>rds:cluster</c>.</param>
/// <param name="Type">The CloudFormation type, which decides how it is read.</param>
/// <param name="ArnPattern">A regular expression with groups that matches the kind's ARNs whole.</param>
/// <param name="Identifier">What Cloud Control wants, made of the ARN's groups: <c>${id}</c>.</param>
public sealed record PlannedQuery(string TaggingType, string Type, string ArnPattern, string Identifier, LookupKey Key, IReadOnlyList<PlannedAttribute> Attributes, Location Origin)
{
    /// <summary>The attribute that gets the first attribute of all that match, as a list; null where exactly one thing must match.</summary>
    public string? ListAs { get; init; }

    /// <summary>What must be the same as an attribute that was found before for the same entry, or null.</summary>
    public PlannedCondition? Where { get; init; }
}

/// <summary>An attribute of the lock: a path in what AWS returns, or, with a <c>$</c>, a text made of the ARN's groups.</summary>
/// <param name="IsKey">Whether it is a KMS key: then the key's ARN is written, and nothing when the key is AWS's own.</param>
public sealed record PlannedAttribute(string Name, string From, bool IsOptional, bool IsKey);

/// <summary>A property that must equal an attribute.</summary>
public sealed record PlannedCondition(string Path, string Attribute);

/// <summary>By what something is found: an ARN, identifiers, a name, or tags; and as whom and where.</summary>
public sealed record LookupKey
{
    public string? Arn { get; init; }

    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>The name: by itself for kinds that AWS finds by name, beside others a further condition.</summary>
    public string? Name { get; init; }

    /// <summary>Whether a hosted zone is a private one; null where that is not asked.</summary>
    public bool? IsPrivate { get; init; }

    public IReadOnlyList<LookupTag> Tags { get; init; } = [];

    public string? RoleArn { get; init; }

    public string? Region { get; init; }
}

/// <summary>A tag that must be there with one of the values.</summary>
public sealed record LookupTag(string Key, IReadOnlyList<string> Values);
