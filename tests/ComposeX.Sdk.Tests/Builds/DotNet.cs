using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>Runs <c>dotnet</c> as a user's terminal would: nothing of the process that tests is handed down.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    // A test runs inside a process that MSBuild or dotnet may have started; what they say to their children is not for a build of its own.
    private static readonly string[] NotForChildren = ["MSBUILD", "DOTNET_HOST_PATH", "DOTNET_CLI_", "COMPOSE", "TESTINGPLATFORM", "VSTEST"];

    /// <summary>The program that runs another at a terminal of its own; null where there is none.</summary>
    private const string Terminal = "/usr/bin/script";

    public static bool HasTerminal => OperatingSystem.IsLinux() && File.Exists(Terminal);

    public static DotNetRun Run(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) =>
        Run(StartInfo("dotnet", folder, arguments, environment), arguments);

    /// <summary>The same at a terminal: the output is what the terminal gets, with all that draws on it.</summary>
    /// <param name="interruptAfter">Ctrl+C is pressed when this is read; null for never.</param>
    public static DotNetRun RunAtTerminal(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, string? interruptAfter = null)
    {
        var command = string.Join(' ', arguments.Prepend("dotnet").Select(argument => $"'{argument}'"));
        // Where "CI" is set, nobody sits at the terminal, and MSBuild draws nothing.
        // A shell lets what it runs in the background ignore Ctrl+C, and all that this starts would inherit it.
        var start = StartInfo(Terminal, folder, ["-qec", "stty cols 120 rows 40; env --default-signal=INT " + command, "/dev/null"], new Dictionary<string, string?>(environment) { ["TERM"] = "xterm-256color", ["CI"] = null });
        start.RedirectStandardInput = interruptAfter is not null;
        return Run(start, arguments, interruptAfter);
    }

    private static DotNetRun Run(ProcessStartInfo start, IEnumerable<string> arguments, string? interruptAfter = null)
    {
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        if (interruptAfter is not null)
            process.OutputDataReceived += (_, line) => Interrupt(process, line.Data, ref interruptAfter);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end. So far:\n{output}");
        }

        process.WaitForExit();
        return new(string.Join(' ', arguments), process.ExitCode, output.ToString());
    }

    private static ProcessStartInfo StartInfo(string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => NotForChildren.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return start;
    }

    private static void Interrupt(Process process, string? line, ref string? after)
    {
        if (after is null || line?.Contains(after, StringComparison.Ordinal) != true)
            return;
        after = null;
        process.StandardInput.Write('\u0003');
        process.StandardInput.Flush();
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }
}
