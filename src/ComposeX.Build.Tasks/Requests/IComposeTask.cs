using Microsoft.Build.Framework;

namespace ComposeX.Build.Tasks.Requests;

/// <summary>What a task that reads compose files is told about them.</summary>
internal interface IComposeTask
{
    /// <summary>The compose files; later ones override earlier ones.</summary>
    ITaskItem[] ComposeFiles { get; }

    /// <summary>Env files to take in place of <c>.env</c>; the last wins.</summary>
    ITaskItem[] EnvironmentFiles { get; }

    /// <summary>The project file: findings about properties are reported there.</summary>
    string ProjectFile { get; }

    /// <summary>The folder that relative paths in the compose files start from; the first compose file's own by default.</summary>
    string? ComposeDirectory { get; }

    /// <summary>The compose project's name; by Compose's rules by default.</summary>
    string? ComposeProjectName { get; }

    /// <summary>The environment; none by default.</summary>
    string? EnvironmentName { get; }

    /// <summary>The active profiles.</summary>
    string[] Profiles { get; }
}
