using System;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class EnvironmentsHaveFilesOfTheirOwn(PackedSdk sdk)
{
    private const string Prod = "-p:EcsEnvironment=prod";

    [Fact]
    public void Compose_file_variables_stack_and_folder_and_none_disturbs_the_other()
    {
        using var project = Project();
        project.Write("docker-compose.override.yml", "services:\n  web:\n    image: nginx:mine\n");
        project.Write("docker-compose.prod.yml", "services:\n  web:\n    image: nginx:${TAG}-${BASE}\n");
        project.Write(".env", "TAG=dev\nBASE=base\n");
        project.Write(".env.prod", "TAG=prod\n");
        project.Generate().Succeeded().FoundNothing();
        Assert.NotEmpty(project.TemplateWith("nginx:mine"));
        project.Generate(Prod).Succeeded().FoundNothing();
        Assert.Contains("nginx:prod-base", Template(project), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(project.Output, "prod", "app-prod.parameters.json")));

        // Neither is made again for the other's sake, and what belongs to one is an input of one.
        var (mine, prod) = (project.Snapshot(), File.GetLastWriteTimeUtc(Path.Combine(project.Output, "prod", "manifest.json")));
        project.Generate().Succeeded();
        project.Generate(Prod).Succeeded();
        Assert.Equal(mine, project.Snapshot());
        Assert.Equal(prod, File.GetLastWriteTimeUtc(Path.Combine(project.Output, "prod", "manifest.json")));
        project.Write("docker-compose.prod.yml", "services:\n  web:\n    image: nginx:newer\n");
        project.Generate(Prod).Succeeded();
        Assert.Contains("nginx:newer", Template(project), StringComparison.Ordinal);

        project.Build(Prod).Succeeded();
        project.Build().Succeeded();
        Assert.True(File.Exists(Path.Combine(project.Output, "prod", "manifest.json")));
        project.Run("clean", Prod).Succeeded();
        Assert.Empty(Directory.GetFiles(project.Output, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_lock_too_and_no_other_is_taken_for_it()
    {
        using var project = Project("services:\n  web:\n    image: nginx\n    environment: {CERTIFICATE: \"x-acm::shop::Arn\"}\nx-acm:\n  shop:\n    Lookup: {Tags: {Name: shop}}\n");
        project.Write(".env.prod", "");
        project.Write("composex.lock.json", Lock("dev"));
        project.Generate().Succeeded().FoundNothing();
        var missing = project.Generate(Prod).Failed().Found("docker-compose.yml(7,13,7,33): error CX2008");
        Assert.Contains("composex.prod.lock.json", missing.Output, StringComparison.Ordinal);
        Assert.Contains("dotnet build -t:EcsLookup -p:EcsEnvironment=prod", missing.Output, StringComparison.Ordinal);
        project.Write("composex.prod.lock.json", Lock("prod"));
        project.Generate(Prod).Succeeded().FoundNothing();
        Assert.Contains("certificate/prod", Template(project), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_nothing_belongs_to_is_misspelt_and_some_names_cannot_be()
    {
        using var project = Project();
        project.Write("docker-compose.prod.yml", "services: {}\n");
        var misspelt = project.Generate("-p:EcsEnvironment=prd").Failed().Found("app.csproj(1,1,1,1): error CX5021");
        Assert.Contains("Did you mean \"prod\"?", misspelt.Output, StringComparison.Ordinal);
        project.Generate("-p:EcsEnvironment=../prod").Failed().Found("app.csproj(1,1,1,1): error CX5020");
        project.Write("docker-compose.prd.yml", "services: {}\n");
        project.Generate("-p:EcsEnvironment=prd").Succeeded().FoundNothing();
    }

    private static string Lock(string name) => """
        {"version": 1, "lookups": {"x-acm": {"shop": {"lookup": "{Tags:{Name:shop}}", "attributes": {"AcmCertificateArn": "arn:aws:acm:eu-west-1:123456789012:certificate/NAME"}}}}}
        """.Replace("NAME", name, StringComparison.Ordinal);

    private static string Template(TestProject project) => string.Concat(Array.ConvertAll(Directory.GetFiles(Path.Combine(project.Output, "prod"), "*.template.json"), File.ReadAllText));

    private TestProject Project(string? compose = null)
    {
        var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, compose ?? TestProject.Compose);
        return project;
    }
}
