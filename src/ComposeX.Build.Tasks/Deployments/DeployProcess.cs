using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;

namespace ComposeX.Build.Tasks.Deployments;

/// <summary>ComposeX.Deploy as a child: its own process, so that no AWS SDK comes near MSBuild's.</summary>
internal sealed class DeployProcess(string host, string tool, string requestFile, string projectFile)
{
    /// <summary>Runs the tool to its end, line by line. A cancellation closes its standard input, which it takes as a request to stop in good order.</summary>
    /// <returns>The tool's exit code.</returns>
    public int Run(Action<string> line, CancellationToken cancellation)
    {
        using var process = Process.Start(StartInfo()) ?? throw new IOException($"\"{host}\" did not start.");
        using var stop = cancellation.Register(process.StandardInput.Close);
        process.ErrorDataReceived += (_, error) => Say(line, error.Data);
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } text)
        {
            line(text);
        }

        process.WaitForExit();
        return process.ExitCode;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(host, $"exec \"{tool}\" \"{requestFile}\"")
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetDirectoryName(projectFile),
        };
        start.Environment["COMPOSEX_CANCEL_ON_STDIN"] = "1";
        return start;
    }

    private static void Say(Action<string> line, string? text)
    {
        if (text is not null)
            line(text);
    }
}
