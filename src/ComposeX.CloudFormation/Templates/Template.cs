using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Templates;

/// <summary>One CloudFormation template, all symbols resolved.</summary>
/// <param name="Name">What it is called in the manifest and, with an ending, on disk: <c>shop</c>, <c>web</c>, <c>x-sqs</c>.</param>
/// <param name="Origin">What caused it; findings about the template as a whole (its size, its limits) are reported there.</param>
public sealed record Template(string Name, string Description, Location Origin)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public IReadOnlyList<Mapping> Mappings { get; init; } = [];

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public IReadOnlyList<Resource> Resources { get; init; } = [];

    public IReadOnlyList<Output> Outputs { get; init; } = [];
}

/// <summary>A template parameter.</summary>
/// <param name="Type">CloudFormation's parameter type: <c>String</c>, <c>Number</c>, <c>AWS::EC2::VPC::Id</c>, <c>List&lt;AWS::EC2::Subnet::Id&gt;</c> …</param>
public sealed record Parameter(string Name, string Type, Location Origin)
{
    public string? Default { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    public string? AllowedPattern { get; init; }

    public bool NoEcho { get; init; }
}

/// <summary>A two-level mapping of literals.</summary>
public sealed record Mapping(string Name, CfnMap Entries, Location Origin);

/// <summary>A condition: its name and the condition function.</summary>
public sealed record Condition(string Name, CfnValue Expression, Location Origin);

/// <summary>A resource in a template.</summary>
/// <param name="Type">The CloudFormation type: <c>AWS::SQS::Queue</c>.</param>
/// <param name="Origin">The YAML that asked for the resource.</param>
public sealed record Resource(string LogicalId, string Type, CfnMap Properties, Location Origin)
{
    public string? Condition { get; init; }

    /// <summary>Logical ids that must be there first, beyond what references already say.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public string? DeletionPolicy { get; init; }

    public string? UpdateReplacePolicy { get; init; }

    public CfnMap? Metadata { get; init; }

    /// <summary>What CloudFormation waits for before the resource counts as made; literals only.</summary>
    public CfnMap? CreationPolicy { get; init; }

    /// <summary>How CloudFormation replaces what the resource consists of; literals only.</summary>
    public CfnMap? UpdatePolicy { get; init; }
}

/// <summary>An output of a template, exported under a name where others are meant to import it.</summary>
public sealed record Output(string Name, CfnValue Value, Location Origin)
{
    public string? Description { get; init; }

    public CfnValue? ExportName { get; init; }

    public string? Condition { get; init; }
}
