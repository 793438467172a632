using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Tests;

/// <summary>The deploy process as a build starts it: another process, one argument, what is in its environment.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ChildProcess(Process process)
    {
        _process = process;
        _output = ListenAsync(process.StandardOutput);
        _error = process.StandardError.ReadToEndAsync();
    }

    public static ChildProcess Start(string request, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ComposeX.Deploy.dll"));
        start.ArgumentList.Add(request);
        start.Environment["SHOP_DB_PASSWORD"] = ShopFolder.Secret;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Whether SIGINT is ignored here, as in a shell's background job, and so in every process that is started from here.</summary>
    public static bool InheritsIgnoredInterrupts => File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
        .Any(line => (ulong.Parse(line["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0);

    /// <summary>Waits until it has said something, or nothing more.</summary>
    public async Task SaidAsync(string text)
    {
        while (!_output.IsCompleted && !Said().Contains(text, StringComparison.Ordinal))
            await Task.Delay(1);
    }

    public void Kill() => _process.Kill();

    /// <summary>Asks politely, as the task does when a build is cancelled.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    public void Signal(string signal) => Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (_process.ExitCode, await _output, await _error);
    }

    private async Task<string> ListenAsync(StreamReader output)
    {
        var piece = new char[4096];
        while (await output.ReadAsync(piece) is > 0 and var read)
        {
            lock (_said)
                _said.Append(piece, 0, read);
        }

        return Said();
    }

    private string Said()
    {
        lock (_said)
            return _said.ToString();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
