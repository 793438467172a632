using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>One resource that the compose file declares under an x-key, or that every application needs and this one left to the defaults.</summary>
/// <param name="Name">The name under the x-key; for a key that declares one thing (<c>x-vpc</c>), the key without its <c>x-</c>.</param>
/// <param name="Origin">The name, where it was written.</param>
public sealed record Declaration(Module Module, string Name, Location Origin)
{
    /// <summary>CloudFormation properties, verbatim.</summary>
    public YamlMapping? Properties { get; init; }

    /// <summary>The module's own shortcuts.</summary>
    public YamlMapping? MacroParameters { get; init; }

    public YamlMapping? Settings { get; init; }

    /// <summary>Variables that all take the first attribute, in place of the one named for the resource (<c>Settings.EnvNames</c>).</summary>
    public IReadOnlyList<Located<string>> EnvironmentNames { get; init; } = [];

    /// <summary>How the resource is found in Cloud Map (<c>Settings.x-cloudmap</c>), or null.</summary>
    public YamlEntry? Registration { get; init; }

    /// <summary>An existing resource, written down: a name, an ARN, or ids.</summary>
    public YamlNode? Use { get; init; }

    /// <summary>A resource of another project, by what its stack exports (<see cref="Imports"/>); then <see cref="Use"/> is null.</summary>
    public YamlNode? Import { get; init; }

    /// <summary>An existing resource, to be found.</summary>
    public YamlNode? Lookup { get; init; }

    /// <summary>What was found for <see cref="Lookup"/>; null when there is none, or when that was reported.</summary>
    public FoundResource? Found { get; init; }

    /// <summary>Keys of this module alone (<see cref="Module.ExtraKeys"/>), in the order written.</summary>
    public IReadOnlyList<YamlEntry> Extra { get; init; } = [];

    /// <summary>What the build chooses for the key beside the compose file, by name: the provider of a mesh.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    public Located<string>? DeletionPolicy { get; init; }

    /// <summary>Who uses it, and how.</summary>
    public IReadOnlyList<ServiceUse> Services { get; init; } = [];

    /// <summary>What <see cref="Module.Bind"/> made of the macro parameters and settings.</summary>
    public object? Bound { get; init; }

    /// <summary>Whether the resource is made by this deployment.</summary>
    public bool IsNew => Lookup is null && Use is null && Import is null;
}

/// <summary>An entry of a declaration's <c>Services</c>.</summary>
/// <param name="Target">A service's or a family's name.</param>
/// <param name="Access">The access sets that it gets.</param>
/// <param name="ReturnValues">Attributes to hand over as environment variables.</param>
public sealed record ServiceUse(Located<string> Target, IReadOnlyList<AccessChoice> Access, IReadOnlyList<ReturnValue> ReturnValues)
{
    /// <summary>Keys that only this module's users have (<see cref="Module.UseKeys"/>), in the order of the module's list.</summary>
    public IReadOnlyList<YamlEntry> Extra { get; init; } = [];

    /// <summary>How the resource scales the service (<c>Scaling</c>), or null.</summary>
    public YamlMapping? Scaling { get; init; }
}

/// <summary>An access set by name: <c>Access: RW</c>, or one side of it: <c>Access: {objects: RW}</c>.</summary>
/// <param name="Dimension">The side, or null where <c>Access</c> is one word.</param>
public sealed record AccessChoice(Located<string>? Dimension, Located<string> Name);

/// <summary>An attribute of a resource and the environment variable that gets it.</summary>
public sealed record ReturnValue(Located<string> Attribute, Located<string> Variable);
