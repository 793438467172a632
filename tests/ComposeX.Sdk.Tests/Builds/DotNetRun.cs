using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>What a run of <c>dotnet</c> said, and how it ended.</summary>
internal sealed partial record DotNetRun(string Command, int ExitCode, string Output)
{
    /// <summary>The findings of ours in the order said, each once: <c>docker-compose.yml(3,5,3,9): error CX1004: …</c>, folders left out.</summary>
    public IReadOnlyList<string> Findings =>
        [.. Finding().Matches(Output).Select(match => match.Groups["finding"].Value).Distinct()];

    public DotNetRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"dotnet {Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    public DotNetRun Failed()
    {
        Assert.True(ExitCode != 0, $"dotnet {Command} should have failed:\n{Output}");
        return this;
    }

    /// <summary>Among other things, a finding of that code.</summary>
    public DotNetRun Says(string code)
    {
        Assert.True(Findings.Any(finding => finding.Contains($" {code}: ", StringComparison.Ordinal)), $"Expected {code} of dotnet {Command}:\n{Output}");
        return this;
    }

    /// <summary>Exactly one finding, which starts with the given text.</summary>
    public DotNetRun Found(string start)
    {
        Assert.True(Findings.Count == 1 && Findings[0].StartsWith(start, StringComparison.Ordinal), $"Expected one finding \"{start}…\" of dotnet {Command}:\n{Output}");
        return this;
    }

    public DotNetRun FoundNothing()
    {
        Assert.True(Findings.Count == 0, $"Expected no finding of dotnet {Command}:\n{Output}");
        return this;
    }

    [GeneratedRegex(@"^\s*(?:\d+>)?(?:[^\s(]*[/\\])?(?<finding>[^\s/\\(]+(?:\([\d,]+\))?\s?: (?:error|warning) CX[A-Z0-9]+: .*?)(?: \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
