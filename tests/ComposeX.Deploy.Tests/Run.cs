using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>A run in this process: what it said and how it ended.</summary>
internal sealed record Run(ExitCode ExitCode, IReadOnlyList<string> Lines)
{
    /// <summary>The lines that MSBuild takes for errors.</summary>
    public IReadOnlyList<string> Errors => [.. Lines.Where(line => MSBuildLine.CategoryOf(line) == "error")];

    public string Text => string.Join('\n', Lines);

    public static async Task<Run> OfAsync(string request, CancellationTokenSource? stop = null, TimeSpan? callTimeout = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var host = new DeployHost(output) { Stop = stop?.Token ?? CancellationToken.None, CallTimeout = callTimeout, Variable = name => name == "SHOP_DB_PASSWORD" ? ShopFolder.Secret : null };
        var exitCode = await DeployProgram.RunAsync(request, host);
        var run = new Run(exitCode, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain(ShopFolder.Secret, run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestEnvironment.SecretKey, run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Text, StringComparison.Ordinal);
        return run;
    }

    /// <summary>Fails the test with everything that was said unless the run ended as expected.</summary>
    public Run Ended(ExitCode expected)
    {
        Assert.True(ExitCode == expected, $"expected {expected}, got {ExitCode}:\n{Text}");
        return this;
    }
}
