using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Architecture.Tests.House;
using Xunit;

namespace ComposeX.Architecture.Tests;

public sealed class ArrowsTests
{
    private const string Table = """
        | project | may import | what it is |
        | --- | --- | --- |
        | `ComposeX.Ground` | `Yaml` | the ground |
        | `ComposeX.Upper` | Ground, `AWSSDK.*` | the upper floor |
        """;

    private static readonly ProjectFile Ground = new("ComposeX.Ground", [], ["Yaml"], false);
    private static readonly ProjectFile Upper = new("ComposeX.Upper", ["ComposeX.Ground"], ["AWSSDK.Core", "AWSSDK.S3"], false);

    [Fact]
    public void The_house_is_as_drawn() => Verdict.MustBeClean(Arrows.Violations(Room.Table(SourceTree.Text("src/README.md")), Projects()));

    [Fact]
    public void Every_room_is_in_the_picture()
    {
        var picture = SourceTree.Text("src/README.md").Split("```")[1];
        Assert.All(Projects(), project => Assert.Contains("│ " + project.Name["ComposeX.".Length..] + " ", picture, System.StringComparison.Ordinal));
    }

    [Fact]
    public void The_steps_of_the_way_have_their_names_in_the_code()
    {
        var way = SourceTree.Text("src/README.md").Split("## The way of a file")[1].Split("\n## ")[0];
        var steps = way.Split('\n').Where(line => line.StartsWith("| `", System.StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();
        var code = string.Join('\n', SourceTree.Files("src", ".cs").Select(file => file.Text));
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.Matches($@"(class|record) {step}\b|\b{step}\(|namespace ComposeX\.{step}\b", code));
    }

    [Fact]
    public void Nothing_comes_in_through_another_project() =>
        Assert.Contains("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>", SourceTree.Text("Directory.Build.props"), System.StringComparison.Ordinal);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = SourceTree.Text("ComposeX.Build.sln").Replace('\\', '/');
        var projects = SourceTree.Files("src", ".csproj").Concat(SourceTree.Files("tests", ".csproj")).Select(file => file.Path);
        Assert.All(projects, path => Assert.True(solution.Contains($"\"{path}\"", System.StringComparison.Ordinal) || path.Contains("/Cases/", System.StringComparison.Ordinal), path));
    }

    [Fact]
    public void A_house_as_drawn_has_no_violation() => Assert.Empty(Violations(Ground, Upper));

    [Fact]
    public void An_arrow_that_is_not_drawn_is_reported() => Assert.Equal(
        ["ComposeX.Ground imports ComposeX.Upper, which the table does not allow."],
        Violations(Ground with { Projects = ["ComposeX.Upper"] }, Upper));

    [Fact]
    public void A_drawn_arrow_that_is_not_there_is_reported() => Assert.Equal(
        ["ComposeX.Upper may import ComposeX.Ground by the table, but does not."],
        Violations(Ground, Upper with { Projects = [] }));

    [Fact]
    public void A_package_that_is_not_drawn_is_reported() => Assert.Equal(
        ["ComposeX.Ground imports the package AWSSDK.Core, which the table does not allow."],
        Violations(Ground with { Packages = ["Yaml", "AWSSDK.Core"] }, Upper));

    [Fact]
    public void A_drawn_package_that_is_not_there_is_reported() => Assert.Equal(
        ["ComposeX.Upper may import the package AWSSDK.* by the table, but does not."],
        Violations(Ground, Upper with { Packages = [] }));

    [Fact]
    public void A_project_without_a_row_and_a_row_without_a_project_are_reported() => Assert.Equal(
        ["ComposeX.Upper is in the table, but there is no such project.", "ComposeX.Attic is a project, but not in the table."],
        Violations(Ground, Upper with { Name = "ComposeX.Attic" }));

    [Fact]
    public void An_arrow_upwards_in_the_table_is_reported() => Assert.Equal(
        ["ComposeX.Ground may import ComposeX.Upper by the table, which does not stand before it."],
        Arrows.Violations([new("ComposeX.Ground", ["ComposeX.Upper"], [])], [new("ComposeX.Ground", ["ComposeX.Upper"], [], false)]));

    [Fact]
    public void A_project_that_turns_transitive_references_on_is_reported() => Assert.Equal(
        ["ComposeX.Ground lets imports come in through others."],
        Violations(Ground with { TurnsTransitiveReferencesOn = true }, Upper));

    [Fact]
    public void A_project_file_is_read()
    {
        var project = ProjectFile.Of("X", """
            <Project><PropertyGroup><DisableTransitiveProjectReferences>false</DisableTransitiveProjectReferences></PropertyGroup>
            <ItemGroup><PackageReference Include="Yaml" /><ProjectReference Include="../A.B/A.B.csproj" /></ItemGroup></Project>
            """);
        Assert.Equal(["A.B"], project.Projects);
        Assert.Equal(["Yaml"], project.Packages);
        Assert.True(project.TurnsTransitiveReferencesOn);
    }

    private static IReadOnlyList<string> Violations(params ProjectFile[] projects) => Arrows.Violations(Room.Table(Table), projects);

    private static IReadOnlyList<ProjectFile> Projects() =>
        [.. SourceTree.Files("src", ".csproj").Select(file => ProjectFile.Of(Path.GetFileNameWithoutExtension(file.Path), file.Text))];
}
