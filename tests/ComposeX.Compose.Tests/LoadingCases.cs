using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compose.Tests;

/// <summary>The cases that are compose files: what is loaded with the place of every value, and what is found.</summary>
public sealed class LoadingCases
{
    [Theory, Cases]
    public void A_project_is_loaded_with_every_place(Case @case)
    {
        var (project, diagnostics) = Load(@case.Files);
        var sources = Sources(@case, diagnostics);
        var findings = AnnotatedFindings.Of(sources, diagnostics, Case.Root);
        Baselines.Of(@case, "model.txt", "findings.yml").Verify(Files(project, findings));
    }

    [Theory, Cases]
    public void Neither_culture_nor_line_endings_change_what_is_loaded(Case @case) => Cultures.MakeNoDifference(() =>
    {
        var models = new[] { "\n", "\r\n" }.Select(ending => Load(@case.Files.WithLineEndings(ending))).Select(loaded =>
            string.Join("\n", loaded.Diagnostics.Select(finding => $"{finding.Code} {finding.Location}")) + (loaded.Project is { } project ? ModelText.Of(project) : ""));
        return Assert.Single(models.Distinct());
    });

    private static (ComposeProject? Project, DiagnosticBag Diagnostics) Load(MemoryFiles files)
    {
        var diagnostics = new DiagnosticBag();
        var project = ComposeLoader.Load(
            new ComposeLoadRequest
            {
                Files = ComposeFiles.Find(files, Case.Root),
                ProjectDirectory = Case.Root,
                SourceFiles = files,
                Environment = new Dictionary<string, string> { ["SET"] = "value", ["EMPTY"] = "", ["NUMBER"] = "3" },
                HomeDirectory = "/home/me",
            },
            diagnostics);
        return (project, diagnostics);
    }

    private static IEnumerable<BaselineFile> Files(ComposeProject? project, string findings)
    {
        if (project is not null)
            yield return new BaselineFile("model.txt", ModelText.Of(project));

        if (findings.Length > 0)
            yield return new BaselineFile("findings.yml", findings);
    }

    // The compose file first, then the others that findings are about.
    private static List<SourceFile> Sources(Case @case, DiagnosticBag diagnostics) =>
    [
        .. @case.Files.Files
            .Where(file => file.Path.EndsWith("/compose.yaml", System.StringComparison.Ordinal) || diagnostics.Any(finding => finding.Location.File == file.Path))
            .OrderBy(file => file.Path.EndsWith("/compose.yaml", System.StringComparison.Ordinal) ? 0 : 1),
    ];
}
