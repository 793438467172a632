using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.CloudFormation.Validation;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests.Corpus;

/// <summary>Every case of ECS ComposeX, of today's spelling and that of 2020, against what that tool makes of it.</summary>
public sealed class PeerCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_today_compiles_or_is_refused_except_where_a_reason_is_given() => Check(PeerCase.Today(RepositoryFolders.Corpus("composex")), "cases.tsv");

    [Fact]
    public void Every_case_of_2020_compiles_or_is_refused_except_where_a_reason_is_given() => Check(PeerCase.Of2020(RepositoryFolders.Corpus("composex-2020")), "cases-2020.tsv");

    [Fact]
    public void Resources_differ_from_the_peers_only_where_a_reason_is_given()
    {
        var reasons = Table("resources.tsv");
        var differences =
            from found in PeerCase.Today(RepositoryFolders.Corpus("composex"))
            where found.PeerResources.Count > 0
            let compilation = found.Compile().Compilation
            where compilation is not null
            let ours = PeerCase.Count(compilation)
            from type in ours.Keys.Union(found.PeerResources.Keys)
            let difference = Of(ours, type) - Of(found.PeerResources, type)
            where difference != 0
            select (found.Name, Key: $"{(difference > 0 ? "more" : "fewer")} {type}", difference);
        var list = differences.ToList();
        foreach (var difference in list.GroupBy(difference => difference.Key, StringComparer.Ordinal).OrderBy(difference => difference.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{difference.Key}: {difference.Count()} cases, {difference.Sum(each => each.difference)}; {(reasons.TryGetValue(difference.Key, out var reason) ? reason : "NO REASON GIVEN")}");
        }

        Assert.Empty(list.Where(difference => !reasons.ContainsKey(difference.Key)).Select(difference => $"{difference.Name}: {difference.Key} by {difference.difference}"));

        static int Of(IReadOnlyDictionary<string, int> counts, string type) => counts.TryGetValue(type, out var count) ? count : 0;
    }

    private void Check(IReadOnlyList<PeerCase> cases, string table)
    {
        var reasons = Table(table);
        var faults = cases.Select(found => (found.Name, Fault: Fault(found))).Where(result => result.Fault is not null).ToList();
        output.WriteLine($"{cases.Count - faults.Count} of {cases.Count} as expected");
        var unexplained = faults.Where(result => !reasons.ContainsKey(result.Name)).ToList();
        var outdated = reasons.Keys.Where(name => faults.All(result => result.Name != name)).ToList();
        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained.Select(result => $"{result.Name}: {result.Fault}")));
        Assert.True(outdated.Count == 0, $"{table} lists what is as expected: {string.Join(", ", outdated)}");
    }

    private static string? Fault(PeerCase found)
    {
        var (compilation, diagnostics) = found.Compile();
        if (found.ExpectError)
        {
            return compilation is null ? null : "compiles, and should be refused";
        }

        if (compilation is null)
        {
            return "refused: " + string.Join("; ", diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(Text));
        }

        var lint = new DiagnosticBag();
        TemplateLint.Check(compilation.Templates, lint);
        return lint.Count == 0 ? null : "lint: " + string.Join("; ", lint.Select(Text));
    }

    private static string Text(Diagnostic finding) => FormattableString.Invariant($"{Path.GetFileName(finding.Location.File)}({finding.Location.Line},{finding.Location.Column}) {finding.Code} {finding.Message}");

    private static Dictionary<string, string> Table(string name) => File
        .ReadAllLines(Path.Combine(RepositoryFolders.TestProject(typeof(PeerCorpusTests).Assembly), "Corpus", name))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
}
