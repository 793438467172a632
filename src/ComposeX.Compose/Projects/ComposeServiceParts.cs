using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Projects;

/// <summary>A network that a service is on.</summary>
/// <param name="Node">The service's settings there, or null when it has none.</param>
public sealed record ComposeServiceNetwork(string Name, YamlMapping? Node, Location Origin)
{
    public IReadOnlyList<Located<string>> Aliases { get; init; } = [];
}

/// <summary>A volume, a directory or a temporary file system in a container.</summary>
/// <param name="Type"><c>volume</c>, <c>bind</c>, <c>tmpfs</c>, <c>image</c>, <c>npipe</c> or <c>cluster</c>.</param>
/// <param name="Source">The volume's name, or the absolute path; null for an anonymous volume.</param>
public sealed record ComposeMount(string Type, Located<string>? Source, Located<string> Target, bool ReadOnly, YamlMapping Node, Location Origin)
{
    /// <summary>Size of a temporary file system in bytes.</summary>
    public Located<long>? TmpfsSize { get; init; }

    /// <summary>The part of the volume that is mounted.</summary>
    public Located<string>? SubPath { get; init; }
}

/// <summary>A secret or a config in a container.</summary>
public sealed record ComposeFileMount(Located<string> Source, Located<string>? Target, YamlMapping Node, Location Origin)
{
    public Located<string>? Uid { get; init; }

    public Located<string>? Gid { get; init; }

    /// <summary>The file mode in octal digits, such as <c>0440</c>.</summary>
    public Located<string>? Mode { get; init; }
}

/// <summary>A limit of the processes in a container.</summary>
public sealed record ComposeUlimit(string Name, long Soft, long Hard, Location Origin);

/// <summary>A device of the host in a container.</summary>
public sealed record ComposeDevice(Located<string> Source, Located<string>? Target, string? Permissions, Location Origin);

/// <summary>Where the output of a container goes.</summary>
public sealed record ComposeLogging(Located<string>? Driver, IReadOnlyList<ComposeVariable> Options, YamlMapping Node, Location Origin);
