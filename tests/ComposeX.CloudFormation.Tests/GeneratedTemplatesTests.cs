using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Validation;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

/// <summary>All templates that lie in the tests as baselines, read back as strangers would read them.</summary>
public sealed class GeneratedTemplatesTests
{
    private static readonly string s_tests = Path.Combine(RepositoryFolders.Root, "tests");

    /// <summary>The folders with templates that were generated, by their path below <c>tests/</c>.</summary>
    public static TheoryData<string> Folders =>
    [
        .. Directory.EnumerateDirectories(s_tests)
            .Where(project => !project.EndsWith("ComposeX.CloudFormation.Tests", StringComparison.Ordinal))
            .Select(project => Path.Combine(project, "Cases"))
            .Where(Directory.Exists)
            .SelectMany(cases => Directory.EnumerateFiles(cases, "*.template.*", SearchOption.AllDirectories))
            .Select(file => Path.GetDirectoryName(file)!.Substring(s_tests.Length + 1).Replace('\\', '/'))
            .Distinct()
            .OrderBy(folder => folder, StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Folders))]
    public void Nothing_is_found_in_what_we_generate(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var templates = Templates(folder, diagnostics);
        TemplateValidator.Validate(templates, diagnostics);
        TemplateLint.Check(templates, diagnostics);
        Assert.Equal("", AnnotatedFindings.List(diagnostics, ""));
    }

    private static List<Template> Templates(string folder, DiagnosticBag diagnostics) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(s_tests, folder), "*.template.*")
            .OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => TemplateFile.Read(new SourceFile("/" + folder + "/" + Path.GetFileName(path), File.ReadAllText(path)), diagnostics)),
    ];
}
