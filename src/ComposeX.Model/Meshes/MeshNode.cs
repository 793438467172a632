using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Meshes;

/// <summary>An end of the mesh: a family of services, a resource such as a database, or any name in DNS.</summary>
/// <param name="Name">A family's or a service's name, the name of a resource under another x-key, or, with <see cref="HostName"/>, whatever the user calls it.</param>
public sealed record MeshNode(Located<string> Name)
{
    /// <summary>What the node speaks on its ports; null when the file does not say.</summary>
    public Located<MeshProtocol>? Protocol { get; init; }

    /// <summary>The ports that the node is reached on, as written; empty for all ports of the family, or the resource's own.</summary>
    public IReadOnlyList<MeshPort> Ports { get; init; } = [];

    /// <summary>The name in DNS of what is neither a family nor a resource, or null.</summary>
    public Located<string>? HostName { get; init; }

    /// <summary>The names (<see cref="MeshService"/>) that this node may reach, each once.</summary>
    public IReadOnlyList<Located<string>> Backends { get; init; } = [];

    public MeshHealthCheck? HealthCheck { get; init; }

    public MeshTimeout? Timeout { get; init; }

    /// <summary>Members of each listener in App Mesh's words: <c>TLS</c>, <c>OutlierDetection</c>, <c>ConnectionPool</c>.</summary>
    public IReadOnlyList<YamlEntry> ListenerOptions { get; init; } = [];

    /// <summary>Members of the node in App Mesh's words: <c>BackendDefaults</c>, <c>Logging</c>.</summary>
    public IReadOnlyList<YamlEntry> NodeOptions { get; init; } = [];

    /// <summary>A listener's or the node's option by its name (<c>OutlierDetection</c>), or null.</summary>
    public YamlEntry? Option(string name)
    {
        foreach (var option in ListenerOptions)
        {
            if (option.Name == name)
            {
                return option;
            }
        }

        foreach (var option in NodeOptions)
        {
            if (option.Name == name)
            {
                return option;
            }
        }

        return null;
    }
}

/// <summary>A port of a node or router, and what is spoken there.</summary>
public sealed record MeshPort(Located<int> Number, Located<MeshProtocol> Protocol);

/// <summary>How it is found out that a node works. What is null is left to App Mesh's defaults.</summary>
public sealed record MeshHealthCheck(Location Origin)
{
    public Located<MeshProtocol>? Protocol { get; init; }

    public Located<int>? Port { get; init; }

    public Located<string>? Path { get; init; }

    public MeshDuration? Interval { get; init; }

    public MeshDuration? Timeout { get; init; }

    public Located<int>? HealthyThreshold { get; init; }

    public Located<int>? UnhealthyThreshold { get; init; }
}
