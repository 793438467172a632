using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What a module's README shows works as it stands.</summary>
public sealed class ModuleReadmeTests
{
    // Whoever uses the key at all is told.
    private const string EndOfAppMesh = "CXAPPMESH01";

    public static TheoryData<string> Readmes() => [.. Directory
        .EnumerateFiles(Path.Combine(RepositoryFolders.Root, "src", "ComposeX.Modules"), "README.md", SearchOption.AllDirectories)
        .Select(path => path.Substring(RepositoryFolders.Root.Length + 1).Replace('\\', '/'))
        .Where(path => path.Split('/').Length == 4)
        .OrderBy(path => path, System.StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Readmes))]
    public void Every_example_compiles_without_a_finding(string readme)
    {
        var examples = Examples(File.ReadAllText(Path.Combine(RepositoryFolders.Root, readme))).ToList();
        Assert.NotEmpty(examples);
        var findings = string.Concat(examples.Select(example => AnnotatedFindings.List(Compiling.Compile(example).Diagnostics.Where(finding => finding.Code != EndOfAppMesh), "/shop")));
        Assert.True(findings.Length == 0, findings);
    }

    /// <summary>The blocks of YAML in a page.</summary>
    internal static IEnumerable<string> Examples(string markdown) =>
        Regex.Matches(markdown, "^```yaml\r?\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Cast<Match>().Select(match => match.Groups["yaml"].Value);
}
