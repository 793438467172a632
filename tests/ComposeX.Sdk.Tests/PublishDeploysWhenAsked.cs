using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class PublishDeploysWhenAsked(PackedSdk sdk)
{
    [Fact]
    public void The_tool_gets_one_request_with_what_the_project_says()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: """
            <EcsParameter Include="WebImage" Value="registry/web:1" />
            <EcsParameter Include="Password" Variable="CX_PASSWORD" />
            <EcsTag Include="team" Value="shop" />
            """));
        // A port that nobody listens on: the tool starts, reads the request, and cannot reach AWS.
        project.Environment["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE";
        project.Environment["AWS_SECRET_ACCESS_KEY"] = "none";
        project.Environment["CX_PASSWORD"] = "bosom-of-the-sea";
        var run = project.Run(
            "publish", "-tl:off", "-c", "Debug", "-p:DeployToEcs=true", "-p:EcsEndpointUrl=http://127.0.0.1:9", "-p:EcsRegion=eu-west-1",
            "-p:EcsTerminationProtection=true", "-p:EcsRoleArn=arn:aws:iam::123456789012:role/deploy", "-p:EcsNotificationArns=arn:aws:sns:eu-west-1:123456789012:a%3Barn:aws:sns:eu-west-1:123456789012:b", "-p:EcsTimeoutMinutes=1", "-p:EcsAllowDataLoss=Orders%3BDb/Data").Failed();
        Assert.Contains("error CX6", run.Output, StringComparison.Ordinal);

        var text = project.Read("obj/Debug/net10.0/app.EcsDeployRequest.json");
        Assert.DoesNotContain("bosom-of-the-sea", text, StringComparison.Ordinal);
        var request = JsonDocument.Parse(text).RootElement;
        Assert.Equal("deploy", request.GetProperty("operation").GetString());
        Assert.Equal(Path.Combine(project.Output, "manifest.json"), request.GetProperty("manifest").GetString());
        Assert.Equal("eu-west-1", request.GetProperty("region").GetString());
        Assert.True(request.GetProperty("terminationProtection").GetBoolean());
        Assert.Equal("arn:aws:iam::123456789012:role/deploy", request.GetProperty("roleArn").GetString());
        Assert.Equal(["arn:aws:sns:eu-west-1:123456789012:a", "arn:aws:sns:eu-west-1:123456789012:b"], request.GetProperty("notificationArns").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(1, request.GetProperty("timeoutMinutes").GetInt32());
        Assert.Equal(["Orders", "Db/Data"], request.GetProperty("allowDataLoss").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("registry/web:1", request.GetProperty("parameters").GetProperty("WebImage").GetString());
        Assert.Equal("CX_PASSWORD", request.GetProperty("parameterVariables").GetProperty("Password").GetString());
        Assert.Equal("shop", request.GetProperty("tags").GetProperty("team").GetString());
        Assert.False(request.TryGetProperty("profile", out _));
    }

    [Fact]
    public void A_publish_alone_deploys_nothing()
    {
        using var project = new TestProject(sdk);
        project.Run("publish", "-tl:off", "-c", "Debug").Succeeded().FoundNothing();
        Assert.False(File.Exists(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "app.EcsDeployRequest.json")));
    }

    [Fact]
    public void A_tool_that_ends_without_a_word_is_a_finding()
    {
        using var project = new TestProject(sdk);
        project.Run("msbuild", "-nologo", "-tl:off", "-t:DeployEcsStack", "-p:EcsDeployTool=" + Path.Combine(project.Folder, "lost.dll"))
            .Failed().Found("app.csproj(1,1,1,1): error CX5005");
    }

    [Fact]
    public void A_project_without_a_compose_file_cannot_deploy()
    {
        using var project = new TestProject(sdk);
        project.Delete(TestProject.ComposeFile);
        var run = project.Run("publish", "-tl:off", "-p:DeployToEcs=true").Failed();
        Assert.Contains(run.Findings, finding => finding.StartsWith("app.csproj : error CX5015", StringComparison.Ordinal));
    }
}
