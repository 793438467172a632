using System;
using System.IO;

namespace ComposeX.Build.Tasks.Images;

/// <summary>Which global properties of this build are about this project alone.</summary>
internal static class ForeignProperties
{
    // What a reference to another project leaves out too, and what says where and how this one is published.
    private const string OfThisProject = "TargetFramework;RuntimeIdentifier;SelfContained;PublishProfile;OutputPath;OutDir;PublishDir;NoBuild;_CommandLineDefinedRuntimeIdentifier;_CommandLineDefinedSelfContained;_CommandLineDefinedOutputPath";

    public static bool IsSame(string project, string other) => string.Equals(
        Path.GetFullPath(project), Path.GetFullPath(other), Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The properties that another project does not get.</summary>
    public static string Of(string project, string ours) => IsSame(project, ours) ? "" : OfThisProject;
}
