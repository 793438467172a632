using System;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class ParallelBuild(PackedSdk sdk)
{
    private const int Count = 4;

    [Theory]
    [InlineData("-m")]
    [InlineData("-m", "-graph")]
    [InlineData("-m", "-mt")]
    public void Projects_that_build_at_the_same_time_do_not_meet(params string[] arguments)
    {
        using var project = new TestProject(sdk, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Sdk Name="ComposeX.Build" Version="{sdk.Version}" />
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><UseAppHost>false</UseAppHost><EnableDefaultItems>false</EnableDefaultItems></PropertyGroup>
              <ItemGroup><Compile Include="Program.cs" /><ProjectReference Include="part*/*.csproj" ReferenceOutputAssembly="false" /></ItemGroup>
            </Project>
            """);
        for (var part = 1; part < Count; part++)
        {
            project.Write($"part{part}/part{part}.csproj", TestProject.ProjectFile(sdk));
            project.Write($"part{part}/Program.cs", "return;\n");
            project.Write($"part{part}/docker-compose.yml", TestProject.Compose.Replace("1.27", "1." + part, StringComparison.Ordinal));
        }

        project.Build(arguments).Succeeded().FoundNothing();
        for (var part = 1; part < Count; part++)
            Assert.Contains($"nginx:1.{part}", File.ReadAllText(Path.Combine(project.Folder, $"part{part}", "obj", "Debug", "net10.0", "ecs", $"part{part}.web.template.json")), StringComparison.Ordinal);
        Assert.NotEmpty(project.TemplateWith("nginx:1.27"));
    }
}
