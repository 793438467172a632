using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Model.Synthesis;

/// <summary>
/// What a declaration, an x-key of a service, or a family asks of a family. The cases are closed; one pass folds them, and two
/// that clash are reported with both places.
/// </summary>
/// <param name="Family">The family that is asked.</param>
/// <param name="Origin">The YAML that asks.</param>
public abstract record Contribution(Family Family, Location Origin);

/// <summary>Allow a role of the family some actions. Statements of one topic share a policy; those of one Sid share a statement.</summary>
/// <param name="Topic">What the policy is about: the x-key without its <c>x-</c>.</param>
public sealed record GrantStatement(Family Family, string Topic, string Sid, IReadOnlyList<string> Actions, IReadOnlyList<CfnValue> Resources, Location Origin)
    : Contribution(Family, Origin)
{
    /// <summary>Whose permission it is.</summary>
    public FamilyRole Role { get; init; } = FamilyRole.Task;

    /// <summary>The statement's condition, or null.</summary>
    public CfnMap? Condition { get; init; }

    /// <summary>Whether the statement forbids, whatever else allows.</summary>
    public bool Denies { get; init; }
}

/// <summary>Attach a managed policy to a role of the family.</summary>
public sealed record AttachPolicy(Family Family, CfnValue PolicyArn, Location Origin) : Contribution(Family, Origin)
{
    public FamilyRole Role { get; init; } = FamilyRole.Task;
}

/// <summary>Bound both roles of the family.</summary>
public sealed record SetPermissionsBoundary(Family Family, CfnValue PolicyArn, Location Origin) : Contribution(Family, Origin);

/// <summary>Set an environment variable in some of the family's containers.</summary>
public sealed record SetVariable(Family Family, IReadOnlyList<string> Containers, string Name, CfnValue Value, Location Origin)
    : Contribution(Family, Origin)
{
    /// <summary>Whether it takes the place of the compose file's own variable of that name; without it the file's own stays. Two that are brought under one name are an error.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whether nobody asked for it by name: a resource's first attribute, under the resource's name.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>Hand a secret to some of the family's containers, as a variable that ECS fills when a task starts.</summary>
/// <param name="ValueFrom">The secret's or parameter's ARN, with what ECS takes behind it (<c>:key::</c>). Never its value.</param>
public sealed record AddSecret(Family Family, IReadOnlyList<string> Containers, string Name, CfnValue ValueFrom, Location Origin)
    : Contribution(Family, Origin);

/// <summary>Let somebody reach a port of the family's tasks: one security-group rule.</summary>
public sealed record OpenIngress(Family Family, IngressSource Source, int Port, string Protocol, Location Origin)
    : Contribution(Family, Origin)
{
    /// <summary>What the rule says of itself; null for who, whom and where.</summary>
    public string? Description { get; init; }
}

/// <summary>Give the family's tasks another security group beside their own.</summary>
public sealed record JoinSecurityGroup(Family Family, CfnValue GroupId, Location Origin) : Contribution(Family, Origin);

/// <summary>Run the family's tasks in a set of subnets other than the usual one.</summary>
/// <param name="SubnetSet">The name of a set that the network has.</param>
public sealed record PlaceIn(Family Family, string SubnetSet, Location Origin) : Contribution(Family, Origin);

/// <summary>Start the family only when another family's service is stable.</summary>
public sealed record DependOn(Family Family, Family On, Location Origin)
    : Contribution(Family, Origin);

/// <summary>Create the family's service only when a resource, in whichever stack, is complete.</summary>
public sealed record WaitFor(Family Family, string LogicalId, Location Origin) : Contribution(Family, Origin);

/// <summary>Set a property of the ECS service. Lists are appended, maps merged, anything else replaces the default.</summary>
public sealed record SetOnService(Family Family, string Property, CfnValue Value, Location Origin) : Contribution(Family, Origin);

/// <summary>Set a property of the task definition, under the rules of <see cref="SetOnService"/>.</summary>
public sealed record SetOnTask(Family Family, string Property, CfnValue Value, Location Origin) : Contribution(Family, Origin);

/// <summary>Set a member of some container definitions, under the rules of <see cref="SetOnService"/>.</summary>
public sealed record SetOnContainer(Family Family, IReadOnlyList<string> Containers, string Property, CfnValue Value, Location Origin)
    : Contribution(Family, Origin);

/// <summary>Say which protocol a container's port speaks.</summary>
public sealed record SetAppProtocol(Family Family, string Container, int Port, string AppProtocol, Location Origin) : Contribution(Family, Origin);

/// <summary>Put another container into the task. Its <c>Cpu</c> and <c>Memory</c> count when the task is sized.</summary>
/// <param name="Definition">The container definition as ECS takes it, name included.</param>
public sealed record AddContainer(Family Family, CfnMap Definition, Location Origin) : Contribution(Family, Origin)
{
    /// <summary>What the family's own containers wait for: <c>START</c>, <c>HEALTHY</c>, <c>SUCCESS</c> or <c>COMPLETE</c>; null when they do not wait.</summary>
    public string? StartCondition { get; init; } = "START";

    /// <summary>The ARN of the private repository that its image is pulled from, where the image itself does not say; null otherwise.</summary>
    public CfnValue? Repository { get; init; }
}

/// <summary>The roles of a family that a permission can be for.</summary>
public enum FamilyRole
{
    /// <summary>The code in the tasks.</summary>
    Task,

    /// <summary>ECS itself, starting the tasks.</summary>
    Execution,
}
