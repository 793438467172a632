using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks.Deployments;

/// <summary>
/// Repeats what ComposeX.Deploy says as it comes: findings as errors and warnings, all else as progress that a person sees.
/// The terminal logger shows no ordinary message, whatever its importance; this kind it prints at once, above what it draws (of a project
/// in which the target <c>_TestRunStart</c> ran). For every other logger it is a message of high importance like any other.
/// </summary>
internal sealed class ProgressLog(TaskLoggingHelper log, IBuildEngine engine)
{
    private const string PrintedAtOnce = "TLTESTOUTPUT";

    private static readonly Regex Finding = new(@":\s(?:error|warning)\b", RegexOptions.CultureInvariant);

    public void Say(string line)
    {
        if (Finding.IsMatch(line))
            log.LogMessageFromText(line, MessageImportance.High);
        else
            engine.LogMessageEvent(new ExtendedBuildMessageEventArgs(PrintedAtOnce, line, null, null, MessageImportance.High));
    }
}
