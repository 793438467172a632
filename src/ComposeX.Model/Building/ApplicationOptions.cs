using System.Collections.Generic;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;

namespace ComposeX.Model.Building;

/// <summary>What the build says about an application beside its compose file.</summary>
/// <param name="StackName">The root stack's name; null takes the compose project's.</param>
/// <param name="Lookups">What was found for look-ups.</param>
public sealed record ApplicationOptions(string? StackName, IReadOnlyList<EnvironmentOption> Environment, LookupLock Lookups)
{
    /// <summary>The environment that the stack's name ends with; null where there is none.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>The files beside the compose file, for rooms whose keys name some.</summary>
    public ProjectFiles? Files { get; init; }
}

/// <summary>What the build says about an environment key, such as <c>x-vpc</c>.</summary>
/// <param name="MayCreate">False forbids declaring the defaults.</param>
/// <param name="Properties">Properties that win over those of the compose file.</param>
public sealed record EnvironmentOption(string Key, bool MayCreate, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>What the build chooses that is no property, as <see cref="Declaration.Choices"/>.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();
}
