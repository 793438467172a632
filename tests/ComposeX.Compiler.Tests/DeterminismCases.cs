using System.Linq;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>The same input makes the same bytes, on every machine.</summary>
public sealed class DeterminismCases
{
    [Theory, Cases]
    public void A_case_is_the_same_twice_and_under_every_culture(Case @case) =>
        Cultures.MakeNoDifference(@case.Name, () => CaseCompilation.Of(@case.Files, Case.Root).Text);

    [Theory, Cases]
    public void A_case_is_the_same_with_other_line_endings(Case @case) => Assert.Equal(
        CaseCompilation.Of(@case).Text,
        CaseCompilation.Of(@case.Files.WithLineEndings("\r\n"), Case.Root).Text);

    [Theory, Cases]
    public void A_case_is_the_same_from_another_directory(Case @case)
    {
        var elsewhere = new MemoryFiles(@case.Files.Files.Select(file => file with { Path = file.Path.Replace(Case.Root + "/", "/elsewhere/deep/") }));
        Assert.Equal(
            string.Concat(CaseCompilation.Of(@case).Files.Where(file => file.Name != "manifest.json").Select(file => file.Text)),
            string.Concat(CaseCompilation.Of(elsewhere, "/elsewhere/deep").Files.Where(file => file.Name != "manifest.json").Select(file => file.Text)));
    }
}
