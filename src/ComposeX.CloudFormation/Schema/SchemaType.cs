using System.Collections.Generic;

namespace ComposeX.CloudFormation.Schema;

/// <summary>Which values AWS takes for a property, or returns for an attribute. The cases are closed.</summary>
public abstract record SchemaType;

/// <summary>A text. <paramref name="Pattern"/> is searched for, not matched whole, as in JSON schema.</summary>
public sealed record StringType(IReadOnlyList<string> AllowedValues, string? Pattern, int? MinimumLength, int? MaximumLength) : SchemaType;

/// <summary>A number; limits are inclusive, in invariant text so that nothing is rounded.</summary>
public sealed record NumberType(bool Whole, IReadOnlyList<string> AllowedValues, string? Minimum, string? Maximum) : SchemaType;

public sealed record BooleanType : SchemaType;

/// <summary>A date and time in ISO 8601.</summary>
public sealed record TimestampType : SchemaType;

/// <summary>Any object: a policy document, for instance.</summary>
public sealed record JsonType : SchemaType;

/// <summary>A tag of the standard style: <c>Key</c> and <c>Value</c>.</summary>
public sealed record TagType : SchemaType;

public sealed record ListType(SchemaType Element, int? MinimumItems, int? MaximumItems, bool UniqueItems) : SchemaType;

/// <summary>An object whose member names are the user's.</summary>
public sealed record MapType(SchemaType Element) : SchemaType;

/// <summary>An object of the nested type that the resource's schema has under this name.</summary>
public sealed record ObjectReference(string Name) : SchemaType;

/// <summary>Any one of several.</summary>
public sealed record UnionType(IReadOnlyList<SchemaType> Options) : SchemaType;
