using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Validation;
using ComposeX.CloudFormation.Writing;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

/// <summary>The cases that are templates: what is found in them, and how they are written.</summary>
public sealed class TemplateCases
{
    [Theory, Cases("Validation")]
    public void What_CloudFormation_refuses_is_found_where_it_is_written(Case @case) =>
        Verify(@case, TemplateValidator.Validate);

    [Theory, Cases("Lint")]
    public void What_a_careful_author_would_not_write_is_found(Case @case) =>
        Verify(@case, TemplateLint.Check);

    [Theory, Cases("Writing")]
    public void A_template_is_written_in_both_notations(Case @case)
    {
        var diagnostics = new DiagnosticBag();
        var template = Templates(@case, diagnostics).Single();
        TemplateValidator.Validate([template], diagnostics);
        Assert.Empty(diagnostics);
        Baselines.Of(@case, "written.json", "written.yaml").Verify(
            new BaselineFile("written.json", TemplateWriter.Write(template, TemplateFormat.Json)),
            new BaselineFile("written.yaml", TemplateWriter.Write(template, TemplateFormat.Yaml)));
    }

    [Theory, Cases("Writing")]
    public void What_is_written_reads_back_as_the_same_template(Case @case)
    {
        var diagnostics = new DiagnosticBag();
        var json = TemplateWriter.Write(Templates(@case, diagnostics).Single(), TemplateFormat.Json);
        foreach (var format in new[] { TemplateFormat.Json, TemplateFormat.Yaml })
        {
            var text = TemplateWriter.Write(Templates(@case, diagnostics).Single(), format);
            var again = TemplateFile.Read(new SourceFile("/again.template.json", text), diagnostics);
            Assert.Equal(json, TemplateWriter.Write(again, TemplateFormat.Json));
        }

        Assert.Empty(diagnostics);
    }

    [Theory, Cases("Writing")]
    public void Neither_culture_nor_line_endings_change_what_is_written(Case @case)
    {
        var files = @case.Files;
        Cultures.MakeNoDifference(() => string.Concat(new[] { "\n", "\r\n" }
            .Select(ending => TemplateFile.Read(files.WithLineEndings(ending).Files.Single(IsTemplate), []))
            .Select(template => TemplateWriter.Write(template, TemplateFormat.Json) + TemplateWriter.Write(template, TemplateFormat.Yaml))
            .Distinct()));
    }

    private static void Verify(Case @case, Action<IReadOnlyList<Template>, DiagnosticBag> check)
    {
        var diagnostics = new DiagnosticBag();
        check(Templates(@case, diagnostics), diagnostics);
        var findings = AnnotatedFindings.Of([.. @case.Files.Files.Where(IsTemplate)], diagnostics, Case.Root);
        Baselines.Of(@case, "findings.yml").Verify(findings.Length == 0 ? [] : [new BaselineFile("findings.yml", findings)]);
    }

    private static List<Template> Templates(Case @case, DiagnosticBag diagnostics) =>
        [.. @case.Files.Files.Where(IsTemplate).Select(file => TemplateFile.Read(file, diagnostics))];

    private static bool IsTemplate(SourceFile file) => file.Path.EndsWith(".template.yaml", StringComparison.Ordinal);
}
