using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class ImagesArePublished(PackedSdk sdk)
{
    private const string ComposeFile = """
        name: shop
        services:
          web:
            image: acme/shop:latest
            build: {context: ., target: final}
            ports: ["8080:8080"]
          worker:
            image: acme/shop:latest
            build: .
            command: ["worker"]
          mail:
            build: {context: .., dockerfile: mail/Dockerfile}
            platform: linux/arm64
          given:
            build: ./nothing-is-here

        """;

    /// <summary>A project that knows nothing of ComposeX.Build, nor of containers.</summary>
    private const string Mail = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><ContainerPort Include="2525" Type="tcp" /></ItemGroup>
        </Project>
        """;

    [Fact]
    public void What_has_changed_is_pushed_once_and_the_stack_gets_digests()
    {
        using var registry = LoopbackRegistry.Start();
        using var project = Project(sdk);
        project.Environment["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE";
        project.Environment["AWS_SECRET_ACCESS_KEY"] = "bosom-of-the-sea";
        string[] where = ["-p:EcsImageRegistry=" + registry.Host, "-p:ContainerBaseImage=" + registry.BaseImage, "-p:EcsEndpointUrl=http://127.0.0.1:9", "-p:EcsRegion=eu-west-1"];

        // Nobody answers for AWS: the images are there by then, and the request says what the stack would get.
        var run = project.Run(["publish", "-tl:off", "-p:DeployToEcs=true", "-p:EcsTimeoutMinutes=1", $"-bl:{project.Root}/publish.binlog", .. where]).Failed();
        Assert.Equal(["docker-compose.yml(4,12,4,28): warning CX5114"], run.Findings.Where(finding => finding.Contains("CX5", StringComparison.Ordinal)).Select(finding => finding.Split(": ")[0] + ": " + finding.Split(": ")[1]));
        var first = Requested(project);
        Assert.Equal("registry.example.com/given:1", first["GivenImage"]);
        Assert.StartsWith(registry.Host + "/acme/shop@sha256:", first["WebImage"], StringComparison.Ordinal);
        Assert.Equal(first["WebImage"], first["WorkerImage"]);
        Assert.StartsWith(registry.Host + "/shop/mail@sha256:", first["MailImage"], StringComparison.Ordinal);
        Assert.Single(registry.Tags("acme/shop"));
        var configuration = registry.Configuration("shop/mail", first["MailImage"].Split('@')[1]);
        Assert.Equal("arm64", (string?)configuration["architecture"]);
        Assert.NotNull(configuration["config"]!["ExposedPorts"]!["2525/tcp"]);
        Assert.DoesNotContain("bosom-of-the-sea", BinaryLog.Text(Path.Combine(project.Root, "publish.binlog")), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(project.Folder, "obj"), "*.tar.gz", SearchOption.AllDirectories), File.Exists);

        // The same again; by the target alone, as a pipeline might.
        Assert.Equal(first["WebImage"], Published(project, where)["WebImage"]);
        Assert.Single(registry.Tags("acme/shop"));
        Assert.Single(registry.Tags("shop/mail"));

        File.WriteAllText(Path.Combine(project.Root, "mail", "Program.cs"), "System.Console.WriteLine(\"changed\");\n");
        var planned = Published(project, [.. where, "-p:EcsDeployOperation=plan"]);
        Assert.Equal(first["WebImage"], planned["WebImage"]);
        Assert.StartsWith(registry.Host + "/shop/mail:composex-", planned["MailImage"], StringComparison.Ordinal);
        Assert.Single(registry.Tags("shop/mail"));

        var second = Published(project, where);
        Assert.Equal(first["WebImage"], second["WebImage"]);
        Assert.NotEqual(first["MailImage"], second["MailImage"]);
        Assert.Equal(planned["MailImage"].Split(':')[^1], registry.Tags("shop/mail").Single(tag => tag != registry.Tags("shop/mail")[0] || planned["MailImage"].EndsWith(tag, StringComparison.Ordinal)));
        Assert.Equal(2, registry.Tags("shop/mail").Count);
    }

    [Fact]
    public void The_same_code_is_the_same_image_in_any_folder_and_at_any_commit()
    {
        using var registry = LoopbackRegistry.Start();
        var hashes = new[] { "app", "an-application" }.Select(name => ContentHashes(name, registry)).ToList();
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public void A_build_without_a_project_says_what_to_do()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: """<EcsImage Include="wbe" Repository="Acme/Web" />"""));
        project.Write("two/a.csproj", "<Project />");
        project.Write("two/b.fsproj", "<Project />");
        project.Write(TestProject.ComposeFile, """
            services:
              none:
                build: ./none
              two:
                build: ./two
              named:
                build: .
                x-project: lost/Lost.csproj
              remote:
                build: https://github.com/acme/shop.git
              web:
                build: .

            """);
        var run = project.Run("msbuild", "-nologo", "-tl:off", "-t:EcsPublishImages", "-p:EcsImageRegistry=https://registry").Failed();
        Assert.Equal(
            ["(10,12,10,45): error CX5113", "(3,12,3,18): error CX5110", "(5,12,5,17): error CX5111", "(7,12,7,13): error CX5112"],
            run.Findings.Where(finding => finding.StartsWith(TestProject.ComposeFile, StringComparison.Ordinal)).Select(finding => finding[TestProject.ComposeFile.Length..].Split(": ")).Select(parts => parts[0] + ": " + parts[1]).Order(StringComparer.Ordinal));
        Assert.Contains("Include=\"NoneImage\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("error CX5121", run.Output, StringComparison.Ordinal);
        Assert.Contains("error CX5116", run.Output, StringComparison.Ordinal);
    }

    private static TestProject Project(PackedSdk sdk, string name = "app")
    {
        var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: """<EcsParameter Include="GivenImage" Value="registry.example.com/given:1" />"""), name);
        project.Write(TestProject.ComposeFile, ComposeFile);
        project.Write("../mail/mail.csproj", Mail);
        project.Write("../mail/Dockerfile", "FROM scratch\n");
        project.Write("../mail/Program.cs", "System.Console.WriteLine(\"mail\");\nclass Numbers { public static readonly int[] Some = [1, 2, 3, 5, 8, 13, 21]; }\n");
        project.Write("../mail/wwwroot/index.html", "<p>mail</p>\n");
        return project;
    }

    // Two clones of one repository, the second a commit further.
    private List<string> ContentHashes(string name, LoopbackRegistry registry)
    {
        using var project = Project(sdk, name);
        Assert.SkipUnless(Git(project, "init", "-q"), "There is no git.");
        Git(project, "commit", "-q", "--allow-empty", "-m", name);
        project.Run("restore").Succeeded();
        Published(project, ["-p:EcsDeployOperation=plan", "-p:EcsImageRegistry=" + registry.Host, "-p:ContainerBaseImage=" + registry.BaseImage, "-p:AssemblyName=app"]);
        var images = JsonDocument.Parse(project.Read($"obj/Release/net10.0/{name}.EcsImages.json")).RootElement.GetProperty("images");
        return [.. images.EnumerateArray().Select(image => image.GetProperty("name").GetString() + " " + image.GetProperty("contentHash").GetString())];
    }

    private static bool Git(TestProject project, params string[] arguments)
    {
        try
        {
            using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", .. arguments]) { WorkingDirectory = project.Root });
            git!.WaitForExit();
            return git.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Published(TestProject project, IEnumerable<string> arguments) =>
        project.Ask(["-t:EcsPublishImages", "-p:Configuration=Release", "-getTargetResult:EcsPublishImages", .. arguments])
            .GetProperty("TargetResults").GetProperty("EcsPublishImages").GetProperty("Items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Value").GetString()!);

    private static Dictionary<string, string> Requested(TestProject project) =>
        JsonDocument.Parse(project.Read("obj/Release/net10.0/app.EcsDeployRequest.json")).RootElement.GetProperty("parameters")
            .EnumerateObject().ToDictionary(parameter => parameter.Name, parameter => parameter.Value.GetString()!);
}
