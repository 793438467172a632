using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Model.Synthesis;

/// <summary>What one declaration or family turns into: resources of its own, and what it asks of others.</summary>
public sealed record Synthesized
{
    public IReadOnlyList<SynthesizedResource> Resources { get; init; } = [];

    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    public IReadOnlyList<SynthesizedOutput> Outputs { get; init; } = [];

    /// <summary>Parameters of the whole deployment.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public static Synthesized Of(params SynthesizedResource[] resources) => new() { Resources = resources };

    /// <summary>Several as one, in order.</summary>
    public static Synthesized Join(IEnumerable<Synthesized> parts)
    {
        var all = parts.ToList();
        return new()
        {
            Resources = [.. all.SelectMany(part => part.Resources)],
            Contributions = [.. all.SelectMany(part => part.Contributions)],
            Outputs = [.. all.SelectMany(part => part.Outputs)],
            Parameters = [.. all.SelectMany(part => part.Parameters)],
        };
    }
}

/// <summary>A resource before it has a stack; its values may hold symbols.</summary>
/// <param name="LogicalId">Unique over the whole application.</param>
/// <param name="Origin">The YAML that asked for it.</param>
public sealed record SynthesizedResource(string LogicalId, string Type, CfnMap Properties, Home Home, Location Origin)
{
    /// <summary>Logical ids of resources that must be complete before, in whichever stack they are.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public string? DeletionPolicy { get; init; }

    public string? UpdateReplacePolicy { get; init; }

    /// <summary>What stands beside the properties and is of no AWS service: the configuration that an instance reads when it starts.</summary>
    public CfnMap? Metadata { get; init; }

    /// <summary>What CloudFormation waits for before the resource counts as made.</summary>
    public CfnMap? CreationPolicy { get; init; }

    /// <summary>How CloudFormation replaces what the resource consists of.</summary>
    public CfnMap? UpdatePolicy { get; init; }
}

/// <summary>An output that its home publishes, exported as <c>&lt;root stack&gt;::&lt;ExportSuffix&gt;</c>.</summary>
public sealed record SynthesizedOutput(string Name, CfnValue Value, string? ExportSuffix, Home Home, Location Origin);
