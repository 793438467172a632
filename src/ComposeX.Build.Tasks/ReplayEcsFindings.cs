using ComposeX.Build.Tasks.Findings;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks;

/// <summary>Says the warnings of the last generation again, in a build that has nothing to generate.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReplayEcsFindings : Task
{
    /// <summary>Where the warnings are kept, absolute.</summary>
    [Required]
    public string FindingsFile { get; set; } = "";

    /// <summary>The project file, for a fault of our own.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The file that explains the codes.</summary>
    public string? CodesFile { get; set; }

    public override bool Execute() =>
        new FindingLog(Log, CodesFile).Guard(ProjectFile, log => log.Write(Findings.FindingsFile.Read(FindingsFile)));
}
