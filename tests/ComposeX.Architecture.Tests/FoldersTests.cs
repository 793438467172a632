using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Architecture.Tests.Assemblies;
using ComposeX.Architecture.Tests.House;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Architecture.Tests;

public sealed partial class FoldersTests
{
    private const string Modules = "ComposeX.Modules";

    public static TheoryData<string> Projects => [.. SourceTree.Folders("src")];

    [Theory, MemberData(nameof(Projects))]
    public void No_folders_of_a_project_stand_in_a_circle(string project)
    {
        using var assembly = CompiledProject.Read(project);
        Verdict.MustBeClean(Circle.Among(CompiledProject.Uses(assembly)));
    }

    [Fact]
    public void No_module_names_another()
    {
        using var assembly = CompiledProject.Read(Modules);
        Verdict.MustBeClean(BetweenRooms(CompiledProject.Uses(assembly)));
    }

    [Fact]
    public void A_namespace_is_its_folder() => Verdict.MustBeClean(Misplaced(
        [.. SourceTree.Files("src", ".cs"), .. SourceTree.Files("tests", ".cs").Where(file => !file.Path.Contains("/Cases/", StringComparison.Ordinal))]));

    [Fact]
    public void A_circle_is_reported_with_the_types_that_close_it()
    {
        var circle = Assert.Single(Circle.Among([Use("A.X", "A.Y"), Use("A.Y", "A.Z"), Use("A.Z", "A.X"), Use("A.W", "A.X"), Use("A.X", "A.X")]));
        Assert.Equal("A.X ↔ A.Y ↔ A.Z: X → Y (InX names InY), Y → Z (InY names InZ), Z → X (InZ names InX)", circle);
    }

    [Fact]
    public void Arrows_one_way_are_no_circle() => Assert.Empty(Circle.Among([Use("A.X", "A.Y"), Use("A.Y", "A.Z"), Use("A.X", "A.Z")]));

    [Fact]
    public void Uses_are_read_from_signatures_attributes_generic_arguments_and_code()
    {
        using var assembly = CompiledProject.Read("ComposeX.Architecture.Tests");
        var uses = CompiledProject.Uses(assembly).Where(use => use.Namespace.Contains(".Fixtures.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["OnlyInAttribute", "OnlyInGenericArgument", "OnlyInLambda"], Between(uses, "Left", "Right").Select(use => use.UsedType).Order(StringComparer.Ordinal));
        Assert.Equal("Door", Assert.Single(Between(uses, "Right", "Left")).UsedType);
        Assert.DoesNotContain("Roof", Assert.Single(Circle.Among(uses)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_names_another_is_reported()
    {
        Assert.Single(BetweenRooms([Use("ComposeX.Modules.Sqs", "ComposeX.Modules.S3")]));
        Assert.Single(BetweenRooms([Use("ComposeX.Modules.Sqs.Access", "ComposeX.Modules.S3.Access")]));
        Assert.Empty(BetweenRooms([Use("ComposeX.Modules.Sqs", "ComposeX.Modules.Sqs.Access"), Use("ComposeX.Modules.Sqs", "ComposeX.Modules"), Use("ComposeX.Modules", "ComposeX.Modules.Sqs")]));
    }

    [Fact]
    public void A_file_in_the_wrong_folder_is_reported() => Assert.Equal(
        ["src/ComposeX.Compose/Loading/Merge.cs has the namespace ComposeX.Compose.Merging"],
        Misplaced([new("src/ComposeX.Compose/Loading/Merge.cs", "namespace ComposeX.Compose.Merging;\n"), new("src/ComposeX.Compose/Loader.cs", "namespace ComposeX.Compose;\n")]));

    private static TypeUse Use(string from, string to) => new("In" + from[^1], from, "In" + to[^1], to);

    private static IEnumerable<TypeUse> Between(IEnumerable<TypeUse> uses, string from, string to) =>
        uses.Where(use => use.Namespace.EndsWith("." + from, StringComparison.Ordinal) && use.UsedNamespace.EndsWith("." + to, StringComparison.Ordinal));

    private static IReadOnlyList<string> BetweenRooms(IReadOnlyList<TypeUse> uses) =>
    [
        .. uses.Where(use => ModuleOf(use.Namespace) is { } from && ModuleOf(use.UsedNamespace) is { } to && from != to)
            .Select(use => $"{use.Namespace}.{use.Type} names {use.UsedNamespace}.{use.UsedType}"),
    ];

    private static string? ModuleOf(string name) => name.StartsWith(Modules + ".", StringComparison.Ordinal) ? name.Split('.')[2] : null;

    private static IReadOnlyList<string> Misplaced(IEnumerable<SourceFile> files) =>
    [
        .. files.Select(file => (file.Path, Namespace: Namespace().Match(file.Text).Groups[1].Value))
            // What stands in for a type of the framework has the framework's namespace.
            .Where(file => file.Namespace.Length > 0 && !file.Path.Contains("/Compatibility/", StringComparison.Ordinal) && file.Namespace != Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Split('/', 2)[1].Replace('/', '.'))
            .Select(file => $"{file.Path} has the namespace {file.Namespace}"),
    ];

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
