using System;
using System.Linq;
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
        var text = Harmless(line);
        if (Finding.IsMatch(text))
            log.LogMessageFromText(text, MessageImportance.High);
        else
            engine.LogMessageEvent(new ExtendedBuildMessageEventArgs(PrintedAtOnce, text, null, null, MessageImportance.High));
    }

    // Names and reasons come from AWS and from whoever could write there: they must not draw on a terminal, nor give orders to a CI server.
    private static string Harmless(string line)
    {
        var text = new string([.. line.Select(character => char.IsControl(character) && character != '\t' ? ' ' : character)]).Replace("##[", "# #[").Replace("##vso[", "# #vso[");
        return text.TrimStart().StartsWith("::", StringComparison.Ordinal) ? "." + text : text;
    }
}
