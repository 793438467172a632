using System;
using System.Collections.Generic;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class LookupWritesTheLock(PackedSdk sdk)
{
    private const string Lock = "composex.lock.json";
    private const string Arn = "arn:aws:acm:eu-west-1:123456789012:certificate/shop";

    private const string Compose = """
        services:
          web:
            image: nginx:1.27
            ports: ["80:80"]
            environment: {CERTIFICATE: "x-acm::shop::Arn"}
        x-acm:
          shop:
            Lookup: {Tags: {Name: shop}}

        """;

    private static readonly Dictionary<string, string> Found = new()
    {
        ["GetResources"] = $$"""{"ResourceTagMappingList":[{"ResourceARN":"{{Arn}}","Tags":[{"Key":"Name","Value":"shop"}]}]}""",
        ["DescribeCertificate"] = $$$"""{"Certificate":{"CertificateArn":"{{{Arn}}}","Status":"ISSUED"}}""",
    };

    [Fact]
    public void A_build_says_what_to_run_which_writes_the_lock_and_then_it_builds()
    {
        using var aws = new AwsListener(Found);
        using var project = Project();
        var missing = project.Generate().Failed().Found("docker-compose.yml(8,13,8,33): error CX2008");
        Assert.Contains("dotnet build -t:EcsLookup", missing.Output, StringComparison.Ordinal);
        Assert.Equal(0, aws.Calls);

        LookUp(project, aws).Succeeded().FoundNothing();
        Assert.Contains($"\"AcmCertificateArn\": \"{Arn}\"", project.Read(Lock), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", project.Read(Lock), StringComparison.Ordinal);
        var calls = aws.Calls;
        project.Generate().Succeeded().FoundNothing();
        Assert.Contains(Arn, project.TemplateWith(Arn), StringComparison.Ordinal);
        Assert.Equal(calls, aws.Calls);

        var written = File.GetLastWriteTimeUtc(Path.Combine(project.Folder, Lock));
        LookUp(project, aws).Succeeded().FoundNothing();
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(project.Folder, Lock)));
    }

    [Fact]
    public void What_is_not_found_is_said_at_its_line()
    {
        using var aws = new AwsListener(new Dictionary<string, string> { ["GetResources"] = """{"ResourceTagMappingList":[]}""" });
        using var project = Project();
        LookUp(project, aws).Failed().Found("docker-compose.yml(8,13,8,33): error CX6601: Nothing was found on AWS in eu-west-1");
        Assert.False(File.Exists(Path.Combine(project.Folder, Lock)));
    }

    [Fact]
    public void A_publish_looks_up_when_it_is_asked()
    {
        using var aws = new AwsListener(Found);
        using var project = Project();
        Publish(project, aws, "true").Succeeded().FoundNothing();
        Assert.Contains(Arn, project.TemplateWith(Arn), StringComparison.Ordinal);
    }

    [Fact]
    public void A_publish_can_ask_whether_the_lock_is_still_true_and_leaves_it_as_it_is()
    {
        using var project = Project();
        using (var aws = new AwsListener(Found))
            LookUp(project, aws).Succeeded().FoundNothing();
        var written = project.Read(Lock);
        using var later = new AwsListener(new Dictionary<string, string>
        {
            ["GetResources"] = Found["GetResources"].Replace("certificate/shop", "certificate/newer", StringComparison.Ordinal),
            ["DescribeCertificate"] = Found["DescribeCertificate"].Replace("certificate/shop", "certificate/newer", StringComparison.Ordinal),
        });
        var run = Publish(project, later, "verify").Succeeded();
        Assert.Contains("warning CX5023: AcmCertificateArn of x-acm.shop is \"arn:aws:acm:eu-west-1:123456789012:certificate/shop\" here, and on AWS it is \"arn:aws:acm:eu-west-1:123456789012:certificate/newer\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(written, project.Read(Lock));
        Publish(project, later, "sometimes").Failed().Found("app.csproj : error CX5002");
    }

    private static DotNetRun Publish(TestProject project, AwsListener aws, string lookup) =>
        project.Run("publish", "-tl:off", "-c", "Debug", "-p:EcsLookupOnPublish=" + lookup, "-p:EcsRegion=eu-west-1", "-p:EcsEndpointUrl=" + aws.Url);

    [Fact]
    public void Where_nothing_is_looked_up_AWS_is_not_asked()
    {
        using var aws = new AwsListener(Found);
        using var project = Project(TestProject.Compose);
        Assert.Contains("There is nothing to look up.", LookUp(project, aws).Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal(0, aws.Calls);
    }

    [Fact]
    public void A_tool_that_ends_without_a_word_and_a_project_without_a_compose_file_are_findings()
    {
        using var aws = new AwsListener(Found);
        using var project = Project();
        LookUp(project, aws, "-p:EcsDeployTool=" + Path.Combine(project.Folder, "lost.dll")).Failed().Found("app.csproj(1,1,1,1): error CX5008");
        project.Delete(TestProject.ComposeFile);
        Assert.Contains(LookUp(project, aws).Failed().Findings, finding => finding.StartsWith("app.csproj : error CX5016", StringComparison.Ordinal));
    }

    private TestProject Project(string compose = Compose)
    {
        var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, compose);
        project.Environment["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE";
        project.Environment["AWS_SECRET_ACCESS_KEY"] = "none";
        return project;
    }

    private static DotNetRun LookUp(TestProject project, AwsListener aws, params string[] arguments) =>
        project.Run(["msbuild", "-nologo", "-tl:off", "-v:minimal", "-t:EcsLookup", "-p:EcsRegion=eu-west-1", "-p:EcsEndpointUrl=" + aws.Url, .. arguments]);
}
