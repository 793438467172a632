using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What the documents of the modules show is what the compiler takes.</summary>
public sealed class DocumentCases
{
    public static TheoryData<string, string> Examples => [.. Directory
        .EnumerateFiles(Path.Combine(RepositoryFolders.Root, "src", "ComposeX.Modules"), "README.md", SearchOption.AllDirectories)
        .SelectMany(path => Blocks(File.ReadAllText(path)).Select(block => (Path.GetFileName(Path.GetDirectoryName(path))!, block)))
        .OrderBy(example => example.Item1, StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Examples))]
    public void An_example_in_a_document_compiles_without_findings(string module, string yaml)
    {
        var compiled = CaseCompilation.Of(new MemoryFiles((Case.Root + "/docker-compose.yml", yaml)), Case.Root);
        Assert.Equal("", AnnotatedFindings.Of([new(Case.Root + "/docker-compose.yml", yaml)], compiled.Diagnostics, Case.Root));
        Assert.True(compiled.Compilation is not null, module);
    }

    [Fact]
    public void Examples_are_the_blocks_marked_as_YAML() => Assert.Equal(["a: 1\n", "b: 2\n"], Blocks("x\n```yaml\na: 1\n```\n```\nno: 1\n```\n```yaml\r\nb: 2\r\n```\r\n"));

    [Fact]
    public void Every_module_has_an_example() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(RepositoryFolders.Root, "src", "ComposeX.Modules"), "*Module.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path))!).OrderBy(name => name, StringComparer.Ordinal),
        Examples.Select(example => example.Data.Item1).Distinct());

    private static IEnumerable<string> Blocks(string markdown) => Regex
        .Matches(markdown.Replace("\r\n", "\n"), "^```yaml\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
        .Cast<Match>()
        .Select(match => match.Groups[1].Value);
}
