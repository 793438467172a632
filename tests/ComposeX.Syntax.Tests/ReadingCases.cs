using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Syntax.Tests;

/// <summary>The cases that are YAML: what is read with its places, and what is found.</summary>
public sealed class ReadingCases
{
    [Theory, Cases]
    public void A_text_is_read_with_every_place(Case @case)
    {
        var source = @case.File("input.yaml")!;
        var diagnostics = new DiagnosticBag();
        var documents = YamlReader.Read(source, diagnostics);
        var findings = AnnotatedFindings.Of([source], diagnostics, Case.Root);
        var made = new List<BaselineFile> { new("tree.txt", string.Concat(documents.Select(document => "---\n" + TreeText.Of(document)))) };
        Baselines.Of(@case, "tree.txt", "findings.yml").Verify(findings.Length == 0 ? made : [.. made, new BaselineFile("findings.yml", findings)]);
    }

    [Theory, Cases]
    public void Line_endings_make_no_difference(Case @case)
    {
        var trees = new[] { "\n", "\r\n" }
            .Select(ending => @case.Files.WithLineEndings(ending).Read("/case/input.yaml")!)
            .Select(source => string.Concat(YamlReader.Read(source, []).Select(TreeText.Of)))
            .Distinct(StringComparer.Ordinal);
        Assert.Single(trees);
    }
}
