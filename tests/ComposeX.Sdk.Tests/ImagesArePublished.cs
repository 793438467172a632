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
        Assert.Equal(2, registry.Tags("shop/mail").Count);
        Assert.Contains(planned["MailImage"].Split(':')[^1], registry.Tags("shop/mail"));

        // A tool that says nothing of images, and one that is not there.
        project.Run(["msbuild", "-nologo", "-tl:off", "-t:EcsPublishImages", "-p:Configuration=Release", "-p:EcsDeployTool=" + Path.Combine(project.Folder, "bin", "Release", "net10.0", "app.dll"), .. where]).Failed().Says("CX5120");
        project.Run(["msbuild", "-nologo", "-tl:off", "-t:EcsPublishImages", "-p:Configuration=Release", "-p:EcsDeployTool=" + Path.Combine(project.Folder, "lost.dll"), .. where]).Failed().Says("CX5119");
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
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: """<EcsImage Include="wbe" /><EcsImage Include="web" Repository="Acme/Web" />"""));
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
            ["(10,5,10,10): error CX5113", "(3,5,3,10): error CX5110", "(5,5,5,10): error CX5111", "(7,5,7,10): error CX5112"],
            run.Findings.Where(finding => finding.StartsWith(TestProject.ComposeFile, StringComparison.Ordinal)).Select(finding => finding[TestProject.ComposeFile.Length..].Split(": ")).Select(parts => parts[0] + ": " + parts[1]).Order(StringComparer.Ordinal));
        Assert.Contains("Include=\"NoneImage\"", run.Output, StringComparison.Ordinal);
        run.Says("CX5115").Says("CX5116").Says("CX5121");
    }

    [Fact]
    public void A_project_that_would_not_start_in_its_task_is_refused()
    {
        using var project = new TestProject(sdk);
        project.Write("../lib/lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        project.Write("../arm/arm.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><RuntimeIdentifier>linux-arm64</RuntimeIdentifier></PropertyGroup></Project>""");
        project.Write(TestProject.ComposeFile, "services:\n  lib:\n    build: ../lib\n  arm:\n    build: ../arm\n");
        var run = project.Run("msbuild", "-nologo", "-tl:off", "-t:EcsPublishImages").Failed();
        Assert.Equal(["docker-compose.yml(3,5,3,10): error CX5117", "docker-compose.yml(5,5,5,10): error CX5118"],
            run.Findings.Select(finding => string.Join(": ", finding.Split(": ").Take(2))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_compose_file_leaves_open_the_project_says()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, "<ContainerRuntimeIdentifier>linux-arm64</ContainerRuntimeIdentifier>", """<ContainerPort Include="8080" Type="tcp" />"""));
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    build: .\n");
        project.Generate().Succeeded().FoundNothing();
        Assert.Contains("\"CpuArchitecture\": \"ARM64\"", project.TemplateWith("AWS::ECS::TaskDefinition"), StringComparison.Ordinal);
        Assert.Contains("\"ContainerPort\": 8080", project.TemplateWith("AWS::ECS::TaskDefinition"), StringComparison.Ordinal);
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

    // Warnings stand before the answer.
    private static Dictionary<string, string> Published(TestProject project, IEnumerable<string> arguments)
    {
        var output = project.Run(["msbuild", "-nologo", "-t:EcsPublishImages", "-p:Configuration=Release", "-getTargetResult:EcsPublishImages", .. arguments]).Succeeded().Output;
        return JsonDocument.Parse(output[output.IndexOf("{\n", StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)]).RootElement
            .GetProperty("TargetResults").GetProperty("EcsPublishImages").GetProperty("Items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Value").GetString()!);
    }

    private static Dictionary<string, string> Requested(TestProject project) =>
        JsonDocument.Parse(project.Read("obj/Release/net10.0/app.EcsDeployRequest.json")).RootElement.GetProperty("parameters")
            .EnumerateObject().ToDictionary(parameter => parameter.Name, parameter => parameter.Value.GetString()!);
}
