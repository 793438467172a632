using System;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class PropertiesReachTheTemplates(PackedSdk sdk)
{
    [Fact]
    public void The_stacks_name_and_the_notation()
    {
        using var project = new TestProject(sdk);
        project.Generate().Succeeded();
        project.Generate("-p:EcsStackName=shop-prod", "-p:EcsTemplateFormat=yaml").Succeeded();
        Assert.Contains("shop-prod.parameters.json", project.OutputFiles);
        Assert.DoesNotContain("app.parameters.json", project.OutputFiles);
        Assert.Contains(project.OutputFiles, file => file.EndsWith("web.template.yaml", StringComparison.Ordinal));
        Assert.DoesNotContain(project.OutputFiles, file => file.EndsWith(".template.json", StringComparison.Ordinal));
    }

    [Fact]
    public void One_template_for_all()
    {
        using var project = new TestProject(sdk);
        project.Generate("-p:EcsStackLayout=Single").Succeeded();
        Assert.Single(project.OutputFiles, file => file.Contains(".template.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_network_and_the_projects_name()
    {
        using var project = new TestProject(sdk);
        project.Generate("-p:EcsVpcCidr=10.42.0.0/16", "-p:EcsProjectName=renamed").Succeeded();
        Assert.NotEmpty(project.TemplateWith("10.42.0.0/16"));
        Assert.Contains("renamed.parameters.json", project.OutputFiles);
    }

    [Fact]
    public void A_policy_that_bounds_every_role()
    {
        using var project = new TestProject(sdk);
        project.Generate("-p:EcsPermissionsBoundary=team/boundary").Succeeded();
        Assert.Contains("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/team/boundary", project.TemplateWith("\"PermissionsBoundary\""), StringComparison.Ordinal);
        project.Generate().Succeeded();
        Assert.Throws<InvalidDataException>(() => project.TemplateWith("\"PermissionsBoundary\""));
    }

    [Fact]
    public void Profiles_and_env_files()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, "<EcsProfiles>debug;extra</EcsProfiles>", """<EcsEnvironmentFile Include="prod.env" />"""));
        project.Write("prod.env", "TAG=prod\n");
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    image: nginx:${TAG:-none}\n  tool:\n    image: busybox:1\n    profiles: [extra]\n");
        project.Generate().Succeeded();
        Assert.NotEmpty(project.TemplateWith("busybox:1"));
        Assert.NotEmpty(project.TemplateWith("nginx:prod"));
        project.Generate("-p:EcsProfiles=").Succeeded();
        Assert.Throws<InvalidDataException>(() => project.TemplateWith("busybox:1"));
    }

    [Fact]
    public void The_folder()
    {
        using var project = new TestProject(sdk);
        project.Generate("-p:EcsOutputDirectory=cloud/here").Succeeded();
        Assert.True(File.Exists(Path.Combine(project.Folder, "cloud", "here", "manifest.json")));
        Assert.Empty(project.OutputFiles);
    }

    [Theory]
    [InlineData("-p:EcsTemplateFormat=jsn", "CX5002: The property \"EcsTemplateFormat\" is \"jsn\"; it can be \"json\" or \"yaml\". Did you mean \"json\"?")]
    [InlineData("-p:EcsStackLayout=Flat", "CX5002: The property \"EcsStackLayout\" is \"Flat\"")]
    [InlineData("-p:EcsCreateVpc=maybe", "CX5002: The property \"EcsCreateVpc\" is \"maybe\"")]
    [InlineData("-p:EcsPermissionsBoundary=arn:aws:iam::1:role/x", "CX5022: The property \"EcsPermissionsBoundary\" is \"arn:aws:iam::1:role/x\"")]
    [InlineData("-p:EcsMeshProvider=Istio", "CX5002: The property \"EcsMeshProvider\" is \"Istio\"; it can be \"AppMesh\" or \"ServiceConnect\".")]
    [InlineData("-p:EcsStackName=my_shop", "CX5004: The property \"EcsStackName\" is \"my_shop\"")]
    public void A_value_that_means_nothing_is_a_finding_at_the_project(string property, string finding)
    {
        using var project = new TestProject(sdk);
        project.Generate(property).Failed().Found("app.csproj(1,1,1,1): error " + finding);
    }

    [Fact]
    public void A_project_can_make_its_compose_file_in_a_target_of_its_own()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, "<EcsGenerateDependsOn>MakeComposeFile</EcsGenerateDependsOn><EnableDefaultEcsItems>false</EnableDefaultEcsItems>", targets: """
            <Target Name="MakeComposeFile">
              <WriteLinesToFile File="made.yml" Lines="services: {made: {image: 'busybox:2'}}" Overwrite="true" WriteOnlyWhenDifferent="true" />
              <ItemGroup><EcsComposeFile Include="made.yml" /></ItemGroup>
            </Target>
            """));
        project.Generate().Succeeded().FoundNothing();
        Assert.NotEmpty(project.TemplateWith("busybox:2"));
    }
}
