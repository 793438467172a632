using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace ComposeX.Testing.Tests;

public sealed class CaseTests
{
    [Theory, Cases("Numbers")]
    public void A_folder_is_a_case(Case @case)
    {
        var number = @case.File("number.txt") ?? @case.File("below/number.txt");
        var doubled = 2 * int.Parse(number!.Text, CultureInfo.InvariantCulture);
        Baselines.Of(@case, "doubled.txt").Verify(new BaselineFile("doubled.txt", doubled.ToString(CultureInfo.InvariantCulture) + "\n"));
    }

    [Fact]
    public void Folders_without_a_file_are_categories_and_folders_below_a_case_belong_to_it()
    {
        var names = Case.All(typeof(CaseTests).Assembly).Select(found => found.Name);
        Assert.Equal(["Numbers/Doubled", "Numbers/WithAFolderOfItsOwn"], names);
    }

    [Fact]
    public void Files_of_a_case_are_seen_at_the_same_place_on_every_machine()
    {
        var found = Case.All(typeof(CaseTests).Assembly)[^1];
        Assert.Equal(["/case/below/number.txt", "/case/doubled.txt"], found.Files.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_category_that_does_not_exist_has_no_cases() => Assert.Empty(Case.All(typeof(CaseTests).Assembly, "Numbrs"));

    [Fact]
    public void The_source_tree_is_found() => Assert.True(File.Exists(Path.Combine(RepositoryFolders.TestProject(typeof(CaseTests).Assembly), "CaseTests.cs")));

    [Fact]
    public void A_corpus_that_is_absent_skips_the_test_by_name()
    {
        Exception? thrown = null;
        try
        {
            RepositoryFolders.Corpus("no such corpus");
        }
        catch (Exception skip) when (skip.Message.Contains("no such corpus"))
        {
            thrown = skip;
        }

        Assert.NotNull(thrown);
        Assert.Equal("SkipException", thrown.GetType().Name);
    }
}
