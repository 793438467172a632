using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>A Fluent Bit output: its plugin and options, in the order written, what was not said completed.</summary>
internal sealed record Destination(IReadOnlyList<DestinationOption> Options)
{
    /// <summary>An option's value; Fluent Bit does not mind upper and lower case.</summary>
    public CfnValue? this[string name] => Options.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    public Destination With(string name, CfnValue value) => this[name] is null
        ? new([.. Options, new(name, value)])
        : new([.. Options.Select(option => string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase) ? option with { Value = value } : option)]);

    public Destination Before(string name, CfnValue value) => new([new(name, value), .. Options]);

    /// <summary>The plugin's name, or null.</summary>
    public string? Plugin => (this["Name"] as CfnString)?.Value.ToLowerInvariant();
}

/// <summary>An option of an output.</summary>
internal sealed record DestinationOption(string Name, CfnValue Value);
