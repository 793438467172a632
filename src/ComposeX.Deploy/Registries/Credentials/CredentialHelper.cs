using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries.Credentials;

/// <summary>A program that keeps credentials for Docker: asked on its standard input, so that nothing stands on a command line.</summary>
/// <param name="name">What follows <c>docker-credential-</c> in the program's name.</param>
internal sealed partial class CredentialHelper(string name, Func<string, string?> variable)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _program = "docker-credential-" + name;

    /// <param name="key">The registry as the helper knows it.</param>
    public async Task<RegistryCredentials?> GetAsync(string registry, string key, CancellationToken cancellation)
    {
        var (exitCode, output) = await AskAsync(registry, key, cancellation).ConfigureAwait(false);
        if (exitCode != 0)
        {
            return output.Contains("credentials not found", StringComparison.OrdinalIgnoreCase) || output.Contains("no credentials", StringComparison.OrdinalIgnoreCase)
                ? null
                : throw Failed(registry, FormattableString.Invariant($"it ended with the exit code {exitCode}."));
        }

        try
        {
            using var json = JsonDocument.Parse(output);
            var (user, secret) = (json.RootElement.GetProperty("Username").GetString() ?? "", json.RootElement.GetProperty("Secret").GetString() ?? "");
            var isToken = user == DockerConfiguration.TokenUser;
            return secret.Length == 0 ? null : new($"the credential helper \"{_program}\"", isToken ? "" : user, secret) { IsIdentityToken = isToken };
        }
        catch (Exception exception) when (exception is JsonException or System.Collections.Generic.KeyNotFoundException or InvalidOperationException)
        {
            // What it has said may be a secret, and is not repeated.
            throw Failed(registry, "its answer is not what Docker's helpers answer.");
        }
    }

    private async Task<(int ExitCode, string Output)> AskAsync(string registry, string key, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var process = Start(registry);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await TellAsync(process.StandardInput, key, patience.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            await error.ConfigureAwait(false);
            return (process.ExitCode, await output.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw Failed(registry, "it did not answer in a minute.");
        }
    }

    private static async Task TellAsync(StreamWriter input, string key, CancellationToken cancellation)
    {
        try
        {
            await using (input.ConfigureAwait(false))
                await input.WriteAsync(key.AsMemory(), cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has ended without listening; how, its exit code says.
        }
    }

    private Process Start(string registry)
    {
        var path = Names().IsMatch(name) ? Find() : null;
        if (path is null)
            throw Failed(registry, "it is not on the path.");
        try
        {
            return Process.Start(new ProcessStartInfo(path, "get") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            throw Failed(registry, RegistryFailures.Sentence(exception.Message));
        }
    }

    private string? Find() => (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? _program + ".exe" : _program)).FirstOrDefault(File.Exists);

    private RegistryException Failed(string registry, string reason) => new(RegistryDiagnostics.HelperFailed(registry, _program, reason));

    [GeneratedRegex("^[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
