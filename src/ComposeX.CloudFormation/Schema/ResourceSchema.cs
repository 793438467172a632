using System;
using System.Collections.Generic;

namespace ComposeX.CloudFormation.Schema;

/// <summary>What AWS publishes about one resource type.</summary>
/// <param name="TypeName">The CloudFormation type: <c>AWS::SQS::Queue</c>.</param>
/// <param name="Properties">The properties that a template may set, by name.</param>
/// <param name="Attributes">What <c>Fn::GetAtt</c> returns, by the attribute's name, dots included.</param>
/// <param name="NestedTypes">The objects that properties consist of, by the name in <see cref="ObjectReference"/>.</param>
public sealed record ResourceSchema(
    string TypeName,
    IReadOnlyDictionary<string, PropertySchema> Properties,
    IReadOnlyDictionary<string, SchemaType> Attributes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, PropertySchema>> NestedTypes)
{
    /// <summary>The properties or attributes that identify a resource; often what <c>Ref</c> returns.</summary>
    public IReadOnlyList<string> PrimaryIdentifier { get; init; } = [];

    /// <summary>What <c>Ref</c> returns where that is known to differ from the primary identifier.</summary>
    public IReadOnlyList<string> RefIdentifier { get; init; } = [];

    /// <summary>Whether deleting it loses what users have stored.</summary>
    public bool IsStateful { get; init; }

    /// <summary>The form of its ARN: <c>arn:${Partition}:sqs:${Region}:${Account}:${QueueName}</c>.</summary>
    public string? ArnTemplate { get; init; }

    /// <summary>The property that takes tags, or null when it cannot be tagged.</summary>
    public string? TagProperty { get; init; }

    /// <summary>How <see cref="TagProperty"/> wants its tags.</summary>
    public TagStyle TagStyle { get; init; }

    /// <summary>The members of a nested type.</summary>
    public IReadOnlyDictionary<string, PropertySchema> Members(ObjectReference reference) =>
        NestedTypes.TryGetValue(reference.Name, out var members) ? members : NoMembers;

    private static readonly IReadOnlyDictionary<string, PropertySchema> NoMembers = new SortedDictionary<string, PropertySchema>(StringComparer.Ordinal);
}

/// <summary>One property of a resource or of a nested type.</summary>
public sealed record PropertySchema(string Name, SchemaType Type)
{
    public bool Required { get; init; }

    public bool Deprecated { get; init; }

    public Replacement Replacement { get; init; }

    /// <summary>The resources whose attribute belongs here.</summary>
    public IReadOnlyList<Relationship> Relationships { get; init; } = [];
}

/// <summary>A property holds what another resource type returns.</summary>
/// <param name="Attribute">The property or attribute of that type whose value is wanted.</param>
public sealed record Relationship(string TypeName, string Attribute);

/// <summary>Whether a change of a property makes CloudFormation replace the resource.</summary>
public enum Replacement
{
    Never,
    Maybe,
    Always,
}

/// <summary>The three forms of tag properties.</summary>
public enum TagStyle
{
    /// <summary>A list of <c>Key</c> and <c>Value</c>.</summary>
    Standard,

    /// <summary>An object from keys to values.</summary>
    Map,

    /// <summary>The standard list with <c>PropagateAtLaunch</c>.</summary>
    AutoScaling,
}
