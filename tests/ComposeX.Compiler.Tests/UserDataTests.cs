using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>The scripts that instances start with: read by a shell checker, and run with everything around them faked.</summary>
public sealed class UserDataTests : IDisposable
{
    private const string Member = "#!/bin/bash\necho '{\"Cluster\": \"sample\", \"ContainerInstanceArn\": \"arn:aws:ecs:eu-west-1:012345678912:container-instance/sample/1\", \"Version\": \"1\"}'\n";

    private const string Works = "#!/bin/bash\necho \"$(basename \"$0\") $*\" >> \"$LOG\"\n";

    private static readonly Lazy<IReadOnlyList<string>> s_scripts = new(() => [.. Case.All(typeof(UserDataTests).Assembly).SelectMany(ScriptsOf).Distinct(StringComparer.Ordinal)]);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "composex-user-data-" + Path.GetRandomFileName());

    public UserDataTests() => Directory.CreateDirectory(_folder);

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void There_are_scripts_with_and_without_a_signal()
    {
        Assert.Contains(s_scripts.Value, script => script.Contains("cfn-signal"));
        Assert.Contains(s_scripts.Value, script => !script.Contains("cfn-signal"));
    }

    [Fact]
    public void Bash_can_read_every_script()
    {
        Assert.SkipUnless(HasTool("bash"), "bash is not installed here.");
        foreach (var script in s_scripts.Value)
        {
            Assert.Equal("", Run("bash", $"-n {Write("user-data", script)}").Output);
        }
    }

    [Fact]
    public void A_shell_checker_has_nothing_to_say()
    {
        Assert.SkipUnless(HasTool("shellcheck"), "shellcheck is not installed here.");
        foreach (var script in s_scripts.Value)
        {
            var (status, output) = Run("shellcheck", $"--enable=all --exclude=SC2250,SC2310 {Write("user-data", script)}");
            Assert.True(status == 0, output + script);
        }
    }

    [Fact]
    public void An_instance_that_becomes_a_member_goes_on() => ForEach(script =>
    {
        var (status, log) = Start(script);
        Assert.Equal(0, status);
        Assert.DoesNotContain(log, line => line.StartsWith("shutdown", StringComparison.Ordinal));
        Assert.Contains(log, line => line.StartsWith("cfn-init --verbose --stack", StringComparison.Ordinal));
        Assert.Contains(log, line => line.StartsWith("systemctl enable --now --no-block ecs", StringComparison.Ordinal));
        Assert.Equal(script.Contains("cfn-signal") ? 1 : 0, log.Count(line => line.StartsWith("cfn-signal --exit-code 0", StringComparison.Ordinal)));
    });

    [Theory]
    [InlineData("cfn-init")]
    [InlineData("systemctl")]
    public void A_step_that_fails_ends_the_instance(string step) => ForEach(script =>
    {
        var (status, log) = Start(script, (step, "#!/bin/bash\nexit 7\n"));
        Assert.Equal(7, status);
        Assert.Equal("shutdown -h now", log[log.Count - 1]);
        Assert.Equal(script.Contains("cfn-signal") ? 1 : 0, log.Count(line => line.StartsWith("cfn-signal --exit-code 7", StringComparison.Ordinal)));
    });

    [Theory]
    [InlineData("#!/bin/bash\nexit 7\n")]
    [InlineData("#!/bin/bash\necho '{\"Cluster\":\"another\",\"ContainerInstanceArn\":\"arn:aws:ecs:::container-instance/another/1\"}'\n")]
    [InlineData("#!/bin/bash\necho '{\"Cluster\":\"sample\",\"ContainerInstanceArn\":null}'\n")]
    public void An_agent_that_is_no_member_in_time_ends_the_instance(string curl) => ForEach(script =>
    {
        var (status, log) = Start(script, ("curl", curl));
        Assert.Equal(1, status);
        Assert.Equal("shutdown -h now", log[log.Count - 1]);
        Assert.InRange(log.Count(line => line == "sleep 5"), 11, 1000);
    });

    [Fact]
    public void A_signal_that_nobody_takes_is_no_fault() => ForEach(script =>
    {
        var (status, log) = Start(script, ("cfn-signal", "#!/bin/bash\nexit 1\n"));
        Assert.Equal(0, status);
        Assert.DoesNotContain("shutdown -h now", log);
    });

    // One with a signal and one without: they all differ in names and times only.
    private static void ForEach(Action<string> check)
    {
        Assert.SkipUnless(HasTool("bash") && HasTool("timeout"), "bash and timeout are not installed here.");
        foreach (var scripts in s_scripts.Value.GroupBy(script => script.Contains("cfn-signal")))
        {
            check(scripts.OrderBy(Attempts).ThenBy(script => script, StringComparer.Ordinal).First());
        }
    }

    private static int Attempts(string script) => int.Parse(Regex.Match(script, @"-ge (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    private (int Status, IReadOnlyList<string> Log) Start(string script, params (string Tool, string Text)[] others)
    {
        var tools = Path.Combine(_folder, "tools-" + Path.GetRandomFileName());
        Directory.CreateDirectory(tools);
        foreach (var tool in new[] { "cfn-init", "cfn-signal", "shutdown", "sleep", "systemctl", "yum" })
        {
            File.WriteAllText(Path.Combine(tools, tool), Works);
        }

        File.WriteAllText(Path.Combine(tools, "curl"), Member);
        foreach (var (tool, text) in others)
        {
            var logged = tool == "curl" ? text : text.Replace("#!/bin/bash\n", Works);
            File.WriteAllText(Path.Combine(tools, tool), logged);
        }

        var log = Path.Combine(tools, "log");
        File.WriteAllText(log, "");
        var (status, _) = Run("bash", $"-c \"chmod +x {tools}/* && LOG={log} PATH={tools}:/usr/bin:/bin bash {Write("user-data", script)}\"");
        return (status, File.ReadAllLines(log));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static bool HasTool(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));

    private static (int Status, string Output) Run(string file, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    private static IEnumerable<string> ScriptsOf(Case @case) =>
        from template in CaseCompilation.Of(@case).Compilation?.Templates ?? []
        from resource in template.Resources
        where resource.Type == "AWS::EC2::LaunchTemplate"
        let encoded = (resource.Properties["LaunchTemplateData"] as CfnMap)?["UserData"] as CfnFunction
        where encoded is { Name: "Fn::Base64", Argument: CfnFunction { Name: "Fn::Sub" } }
        select TextOf((CfnFunction)encoded.Argument);

    // What CloudFormation would put in, which is of letters, digits and hyphens.
    private static string TextOf(CfnFunction sub)
    {
        var text = (sub.Argument as CfnString ?? (CfnString)((CfnList)sub.Argument).Items[0]).Value;
        return Regex.Replace(Regex.Replace(text, @"\$\{[^}]+\}", "sample"), "^cluster='.*'$", "cluster='sample'", RegexOptions.Multiline);
    }
}
