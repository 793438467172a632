using System.Linq;
using ComposeX.CloudFormation.Validation;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Whole compilations: a compose file in, templates, manifest and findings out.</summary>
public sealed class CompilationCases
{
    [Theory, Cases]
    public void A_case_becomes_its_templates_manifest_and_findings(Case @case)
    {
        var compiled = CaseCompilation.Of(@case);
        var sources = CaseCompilation.ComposeFiles(@case.Files, Case.Root).Select(@case.Files.Read).OfType<SourceFile>().ToList();
        var findings = AnnotatedFindings.Of(sources, compiled.Diagnostics, Case.Root);
        Baselines.Of(@case, "*.template.json", "*.template.yaml", "manifest.json", "findings.yml").Verify(
            [.. compiled.Files, .. findings.Length == 0 ? [] : new[] { new BaselineFile("findings.yml", findings) }]);
    }

    [Theory, Cases]
    public void What_a_case_becomes_has_nothing_that_a_careful_author_would_not_write(Case @case)
    {
        var lint = new DiagnosticBag();
        TemplateLint.Check(CaseCompilation.Of(@case).Compilation?.Templates ?? [], lint);
        Assert.Empty(AnnotatedFindings.List(lint, Case.Root));
    }

    [Theory, Cases]
    public void A_case_is_the_same_twice_and_under_every_culture(Case @case) =>
        Cultures.MakeNoDifference(() => CaseCompilation.Of(@case).Text);

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
