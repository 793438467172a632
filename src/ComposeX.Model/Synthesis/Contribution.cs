using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Model.Synthesis;

/// <summary>
/// What a declaration or a family asks of a family. The cases are closed; one pass folds them, and two that clash are
/// reported with both places.
/// </summary>
/// <param name="Family">The family that is asked.</param>
/// <param name="Origin">The YAML that asks.</param>
public abstract record Contribution(Family Family, Location Origin);

/// <summary>Allow the family's task role some actions. Statements of one topic share a policy; those of one Sid share a statement.</summary>
/// <param name="Topic">What the policy is about: the x-key without its <c>x-</c>.</param>
public sealed record GrantStatement(Family Family, string Topic, string Sid, IReadOnlyList<string> Actions, IReadOnlyList<CfnValue> Resources, Location Origin)
    : Contribution(Family, Origin);

/// <summary>Set an environment variable in some of the family's containers.</summary>
public sealed record SetVariable(Family Family, IReadOnlyList<string> Containers, string Name, CfnValue Value, Location Origin)
    : Contribution(Family, Origin);

/// <summary>Let the tasks of another family reach a port of this one: one security-group rule.</summary>
public sealed record OpenIngress(Family Family, Family From, int Port, string Protocol, Location Origin)
    : Contribution(Family, Origin);

/// <summary>Start the family only when another family's service is stable.</summary>
public sealed record DependOn(Family Family, Family On, Location Origin)
    : Contribution(Family, Origin);
