using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Seam;

namespace ComposeX.Compiler.Rooms;

/// <summary>The rooms of one compilation.</summary>
/// <param name="Modules">In ordinal order of their keys.</param>
/// <param name="ServiceModules">Our own in ordinal order of their types' names, then others'.</param>
public sealed record ModuleSet(IReadOnlyList<Module> Modules, IReadOnlyList<ServiceModule> ServiceModules)
{
    private readonly HashSet<string> _attributes = new(ServiceModules.SelectMany(module => module.Attributes), StringComparer.Ordinal);

    /// <summary>The x-keys of services that a room reads, each once, in ordinal order.</summary>
    public IReadOnlyList<string> ServiceKeys { get; } =
        [.. ServiceModules.SelectMany(module => module.Keys).Distinct(StringComparer.Ordinal).OrderBy(key => key, StringComparer.Ordinal)];

    /// <summary>Whether a room carries an attribute of services over to ECS.</summary>
    public bool Carries(string attribute) => _attributes.Contains(attribute);
}
