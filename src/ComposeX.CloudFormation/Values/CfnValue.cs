using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Values;

/// <summary>
/// A value in a template that knows which text of the user's caused it. The cases are closed: scalars, lists, maps,
/// intrinsic functions, and three symbols that <c>LayOutStacks</c> replaces before anything is validated or written.
/// </summary>
/// <param name="Origin">The YAML that caused the value, also when the value itself was generated.</param>
public abstract record CfnValue(Location Origin);

public sealed record CfnString(string Value, Location Origin) : CfnValue(Origin);

/// <summary>A number, kept as its invariant JSON text so that nothing is rounded.</summary>
public sealed record CfnNumber(string Text, Location Origin) : CfnValue(Origin);

public sealed record CfnBoolean(bool Value, Location Origin) : CfnValue(Origin);

/// <summary>A null that the user wrote. CloudFormation refuses it, so the validator reports it.</summary>
public sealed record CfnNull(Location Origin) : CfnValue(Origin);

public sealed record CfnList(IReadOnlyList<CfnValue> Items, Location Origin) : CfnValue(Origin);

/// <summary>An object: its members in the order they were added; writers keep that order.</summary>
public sealed record CfnMap(IReadOnlyList<CfnMember> Members, Location Origin) : CfnValue(Origin)
{
    /// <summary>The value of a member, or null when it is absent.</summary>
    public CfnValue? this[string name] => Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value;

    /// <summary>This map with one member more, or with the member's value replaced where it stands.</summary>
    public CfnMap With(string name, CfnValue value)
    {
        var member = new CfnMember(name, value, value.Origin);
        return this[name] is null
            ? this with { Members = [.. Members, member] }
            : this with { Members = [.. Members.Select(old => string.Equals(old.Name, name, StringComparison.Ordinal) ? member : old)] };
    }
}

/// <summary>One member of an object.</summary>
/// <param name="NameOrigin">Where the name was written; for generated members, what caused them.</param>
public sealed record CfnMember(string Name, CfnValue Value, Location NameOrigin);

/// <summary>An intrinsic function: <c>Ref</c>, or the long name with its prefix (<c>Fn::Sub</c>), with its argument.</summary>
public sealed record CfnFunction(string Name, CfnValue Argument, Location Origin) : CfnValue(Origin);

/// <summary>
/// A symbol: another resource of the application, wherever it will live. <paramref name="LogicalId"/> is unique over
/// the whole application; a null <paramref name="Attribute"/> is what <c>Ref</c> returns.
/// </summary>
public sealed record CfnResourceReference(string LogicalId, string? Attribute, Location Origin) : CfnValue(Origin);

/// <summary>A symbol: a parameter of the whole deployment, declared in the root and handed down.</summary>
public sealed record CfnParameterReference(string Name, Location Origin) : CfnValue(Origin);

/// <summary>A symbol: the name of the root stack, also in a nested stack that is deployed alone.</summary>
public sealed record CfnRootStackName(Location Origin) : CfnValue(Origin);

/// <summary>
/// A symbol: a list that its home knows item by item and others know by name, such as the subnets of a tier.
/// Elsewhere it is a parameter of <paramref name="ParameterType"/>.
/// </summary>
public sealed record CfnSharedList(string Name, IReadOnlyList<CfnValue> Items, string ParameterType, Location Origin) : CfnValue(Origin);
