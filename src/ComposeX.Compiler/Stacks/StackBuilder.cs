using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Stacks;

/// <summary>A stack while resources find their place; it never leaves the layout pass.</summary>
/// <param name="name">The template's name.</param>
/// <param name="logicalId">The stack's id in the root; null for the root.</param>
internal sealed class StackBuilder(string name, string? logicalId, string description, Location origin)
{
    public string Name => name;

    public string? LogicalId => logicalId;

    public string Description => description;

    public Location Origin => origin;

    public bool IsRoot => logicalId is null;

    public List<Resource> Resources { get; } = [];

    /// <summary>Parameters by name, in the order in which resources asked for them.</summary>
    public OrderedNames<Parameter> Parameters { get; } = new();

    /// <summary>What the root passes for each parameter.</summary>
    public Dictionary<string, CfnValue> Arguments { get; } = new(StringComparer.Ordinal);

    public OrderedNames<Output> Outputs { get; } = new();

    /// <summary>Ids in the root that the nested stack as a whole waits for.</summary>
    public OrderedNames<string> DependsOn { get; } = new();

    /// <summary>Whether a nested template needs to know the root's name.</summary>
    public bool UsesRootStackName { get; set; }
}
