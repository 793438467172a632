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
        Assert.True(lint.Count == 0, AnnotatedFindings.List(lint, Case.Root));
    }
}
