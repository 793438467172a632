using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ComposeX.Deploy.Tests.Aws;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

/// <summary>Everything that a publish which deploys says and leaves behind is read for what nobody may see.</summary>
public sealed class DeploymentsKeepSecrets(PackedSdk sdk)
{
    private const string SecretKey = "wJalrXUtnFEMIsecretKeyOfThisTest";
    private const string SessionToken = "IQoJb3JpZ2luX2VjsessionTokenOfThisTest";
    private const string Password = "bosom-of-the-sea";

    private static readonly string[] Secrets = [SecretKey, SessionToken, Password];

    [Fact]
    public async Task Neither_a_log_nor_a_file_nor_a_command_line_holds_a_secret()
    {
        await using var aws = await AwsDouble.StartAsync();
        var commandLines = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        aws.OnCall = _ => Collect(commandLines);
        using var project = Project(aws);

        Publish(project, "-p:EcsTerminationProtection=true").Succeeded();
        Assert.Equal("CREATE_COMPLETE", aws.CloudFormation.Find("app")!.Status);
        Assert.Equal(Password, aws.CloudFormation.Find("app")!.Parameters["WebPasswordVariable"]);
        Publish(project).Succeeded();

        // An update that fails, with a reason in which AWS repeats the secret.
        project.Environment["CX_PASSWORD"] = Password + "-changed";
        foreach (var resource in aws.CloudFormation.Stacks.SelectMany(stack => stack.Template.Resources).Where(resource => !resource.IsStack))
            aws.CloudFormation.Failures[resource.LogicalId] = $"Model validation failed ({Password}-changed is no password)";
        var failed = Publish(project).Failed();
        Assert.Contains("error CX6405", failed.Output, StringComparison.Ordinal);
        Assert.Contains("(**** is no password)", failed.Output, StringComparison.Ordinal);

        AssertClean(commandLines.Keys, "a command line");
        if (OperatingSystem.IsLinux())
            Assert.Contains(commandLines.Keys, line => line.Contains("ComposeX.Deploy.dll", StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(project.Root, "*", SearchOption.AllDirectories))
            AssertClean(Texts(file), file);
    }

    private TestProject Project(AwsDouble aws)
    {
        var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: """<EcsParameter Include="WebPasswordVariable" Variable="CX_PASSWORD" />"""));
        project.Write(TestProject.ComposeFile, """
            services:
              web:
                image: nginx:1.27
                environment: {PASSWORD: ""}
                x-environment:
                  SetAsParameter: {PASSWORD: {NoEcho: true}}

            """);
        project.Environment["AWS_ACCESS_KEY_ID"] = "ASIACOMPOSEXSDK";
        project.Environment["AWS_SECRET_ACCESS_KEY"] = SecretKey;
        project.Environment["AWS_SESSION_TOKEN"] = SessionToken;
        project.Environment["AWS_REGION"] = AwsDouble.Region;
        project.Environment["AWS_ENDPOINT_URL"] = aws.Url;
        project.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        project.Environment["AWS_CONFIG_FILE"] = project.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(project.Root, "none");
        project.Environment["CX_PASSWORD"] = Password;
        return project;
    }

    private static DotNetRun Publish(TestProject project, params string[] arguments)
    {
        var log = Path.Combine(project.Root, $"publish{Directory.GetFiles(project.Root, "*.binlog").Length}.binlog");
        var run = project.Run(["publish", "-tl:off", "-c", "Debug", "-v:diag", "-bl:" + log, "-p:DeployToEcs=true", .. arguments]);
        AssertClean([run.Output], "the console");
        return run;
    }

    private static void AssertClean(IEnumerable<string> texts, string where)
    {
        foreach (var text in texts)
        {
            foreach (var secret in Secrets)
                Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{where} holds {secret}: …{Around(text, secret)}…");
        }
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.Ordinal);
        return at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)];
    }

    // Whatever a file is, in the encodings in which a text may lie in it; a binary log unpacked, with the files embedded in it.
    private static IEnumerable<string> Texts(string file)
    {
        if (file.EndsWith(".binlog", StringComparison.Ordinal))
        {
            yield return BinaryLog.Text(file);
            yield break;
        }

        var bytes = File.ReadAllBytes(file);
        yield return Encoding.UTF8.GetString(bytes);
        yield return Encoding.Unicode.GetString(bytes);
        yield return Encoding.Unicode.GetString(bytes, 1, Math.Max(0, bytes.Length - 1));
    }

    private static void Collect(ConcurrentDictionary<string, bool> lines)
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var process in Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                lines.TryAdd(File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' '), true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has ended in the meantime.
            }
        }
    }
}
