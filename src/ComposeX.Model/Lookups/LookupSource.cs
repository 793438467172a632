using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Model.Lookups;

/// <summary>
/// How a kind of resource is found and read. AWS's tagging API finds its ARN by tags; Cloud Control reads it by what identifies it;
/// what it says goes into the lock by attribute.
/// </summary>
/// <param name="TaggingType">The resource type for the tagging API: <c>sqs</c>, <c>rds:cluster</c>.</param>
/// <param name="Type">The CloudFormation type, by which Cloud Control knows it: <c>AWS::SQS::Queue</c>.</param>
/// <param name="ArnPattern">A regular expression that matches the kind's ARNs whole, with groups such as <c>region</c>, <c>account</c>, <c>id</c>.</param>
/// <param name="Identifier">What Cloud Control wants, with the ARN's groups: <c>${id}</c>; <c>${arn}</c> is the ARN as a whole.</param>
/// <param name="Attributes">What the lock is to hold.</param>
public sealed record LookupSource(string TaggingType, string Type, string ArnPattern, string Identifier, IReadOnlyList<LookupAttribute> Attributes)
{
    /// <summary>Whether AWS finds it by its name, as it does namespaces and hosted zones.</summary>
    public bool IsFoundByName { get; init; }
}

/// <summary>An attribute of the lock and where it comes from.</summary>
/// <param name="Name">The name in the lock; for a module, that of its <c>ModuleAttribute</c>.</param>
/// <param name="From">A path in what Cloud Control returns (<c>Endpoint.Address</c>, <c>SecurityGroupIds.0</c>), or a text made of the ARN's groups when it has a <c>$</c> (<c>${id}</c>).</param>
/// <param name="IsOptional">Whether a resource may be without it.</param>
public sealed record LookupAttribute(string Name, string From, bool IsOptional = false)
{
    /// <summary>Whether it is a KMS key. The lock then has the key's ARN, and nothing when the key is AWS's own, which needs no permission.</summary>
    public bool IsKey { get; init; } = Name.EndsWith("KmsKeyArn", StringComparison.Ordinal);
}

/// <summary>One thing to find for a look-up.</summary>
/// <param name="By">The YAML that says which: <c>Tags</c>, <c>Arn</c> or <c>Identifier</c>, and <c>RoleArn</c> where another account holds it.</param>
public sealed record LookupQuery(LookupSource Source, YamlMapping By)
{
    /// <summary>A role that all of the look-up is done with, when it stands beside the parts and not in them; null otherwise.</summary>
    public YamlNode? RoleArn { get; init; }

    /// <summary>The attribute that gets a list of the first attribute of all that match; null where exactly one thing must match.</summary>
    public string? ListAs { get; init; }

    /// <summary>A property, and an attribute of an earlier query that it must equal: the <c>VpcId</c> of a subnet and of the VPC.</summary>
    public (string Path, string Attribute)? Where { get; init; }
}

/// <summary>A look-up of the compose file.</summary>
/// <param name="Section">Where the lock keeps it: the x-key, or whatever else holds look-ups by name.</param>
/// <param name="Lookup">The look-up as written.</param>
/// <param name="Queries">What is asked of AWS, in this order; nothing when nobody knows how it is found.</param>
public sealed record LookupRequest(string Section, string Name, YamlNode Lookup, IReadOnlyList<LookupQuery> Queries)
{
    /// <summary>A look-up of one thing, which says itself by what to find it.</summary>
    public static LookupRequest Of(string section, string name, YamlNode lookup, LookupSource source) =>
        new(section, name, lookup, lookup is YamlMapping by ? [new(source, by)] : []);
}
