using System;
using System.IO;
using System.IO.Compression;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class ModulesOfOthersAddKeys(PackedSdk sdk)
{
    private const string Reference = """<ProjectReference Include="../Acme.Mail/Acme.Mail.csproj" OutputItemType="EcsModule" ReferenceOutputAssembly="false" />""";

    [Fact]
    public void A_referenced_project_is_built_first_and_again_when_it_changes_and_a_package_brings_the_same()
    {
        using var project = Project(Reference);
        project.Build().Succeeded().FoundNothing();
        Assert.Contains("MailNewsArn", project.TemplateWith("AWS::SES::EmailIdentity"), StringComparison.Ordinal);
        Assert.Contains("ses:SendEmail", project.TemplateWith("WebToMail"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(project.Folder, "bin", "Debug", "net10.0"), "*Mail*"));

        var before = project.Snapshot();
        project.Build("--no-restore").Succeeded();
        Assert.Equal(before, project.Snapshot());

        WriteModule(project, "ses:SendRawEmail");
        project.Generate().Succeeded().FoundNothing();
        Assert.Contains("ses:SendRawEmail", project.TemplateWith("WebToMail"), StringComparison.Ordinal);

        Pack(Path.Combine(project.Root, "Acme.Mail", "bin", "Debug", "net8.0", "Acme.Mail.dll"), Path.Combine(project.Root, "feed"));
        project.Write("app.csproj", TestProject.ProjectFile(sdk, items: """<PackageReference Include="Acme.Mail" Version="1.0.0" PrivateAssets="all" />"""));
        project.Delete(Path.Combine(project.Output, "manifest.json"));
        project.Build("-p:RestoreAdditionalProjectSources=" + Path.Combine(project.Root, "feed")).Succeeded().FoundNothing();
        Assert.Contains("ses:SendRawEmail", project.TemplateWith("WebToMail"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_module_is_a_finding_and_not_a_stack_trace()
    {
        using var project = Project("""<EcsModule Include="docker-compose.yml" />""");
        var build = project.Generate("-restore").Failed().Found("app.csproj(1,1,1,1): error CX5007");
        Assert.DoesNotContain("   at ", build.Output, StringComparison.Ordinal);
    }

    private TestProject Project(string items)
    {
        var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: items));
        // What ComposeX.Model needs of others is in the machine's cache, since this repository was built.
        File.WriteAllText(Path.Combine(project.Root, "nuget.config"), sdk.NuGetConfig.Replace(
            "<fallbackPackageFolders><clear />", $"<fallbackPackageFolders><clear /><add key=\"machine\" value=\"{PackedSdk.MachineCache}\" />", StringComparison.Ordinal));
        project.Write(TestProject.ComposeFile, ModuleSources.Compose);
        project.Write("../Acme.Mail/Acme.Mail.csproj", ModuleSources.Project(sdk));
        WriteModule(project, "ses:SendEmail");
        return project;
    }

    private static void WriteModule(TestProject project, string action) => project.Write("../Acme.Mail/MailModule.cs", ModuleSources.Module(action));

    private static void Pack(string assembly, string feed)
    {
        Directory.CreateDirectory(feed);
        using var archive = ZipFile.Open(Path.Combine(feed, "Acme.Mail.1.0.0.nupkg"), ZipArchiveMode.Create);
        archive.CreateEntryFromFile(assembly, "tasks/net8.0/Acme.Mail.dll");
        Write("build/Acme.Mail.props", """
            <Project>
              <ItemGroup>
                <EcsModule Include="$(MSBuildThisFileDirectory)../tasks/$(EcsModuleFramework)/Acme.Mail.dll" />
              </ItemGroup>
            </Project>
            """);
        Write("Acme.Mail.nuspec", """
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>Acme.Mail</id><version>1.0.0</version><authors>Acme</authors><description>x-mail</description><developmentDependency>true</developmentDependency></metadata>
            </package>
            """);

        void Write(string name, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
