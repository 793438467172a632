using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ComposeX.Build.Tasks.Images;

/// <summary>Which global properties of this build are about this project alone.</summary>
internal static class ForeignProperties
{
    // What a reference to another project leaves out too, and what says where and how this one is published.
    private static readonly string[] OfThisProject =
    [
        "TargetFramework", "RuntimeIdentifier", "SelfContained", "PublishProfile", "OutputPath", "OutDir", "PublishDir",
        "_CommandLineDefinedRuntimeIdentifier", "_CommandLineDefinedSelfContained", "_CommandLineDefinedOutputPath",
    ];

    public static bool IsSame(string project, string other) => string.Equals(
        Path.GetFullPath(project), Path.GetFullPath(other), Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The properties that another project does not get, but for those that it is given on purpose.</summary>
    public static string Of(string project, string ours, IEnumerable<string> given) =>
        IsSame(project, ours) ? "" : string.Join(";", OfThisProject.Except(given, StringComparer.OrdinalIgnoreCase));
}
