using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Syntax;

namespace ComposeX.Architecture.Tests.Findings;

/// <summary>A code of a finding and the source file that writes it.</summary>
internal sealed partial record FindingCode(string Code, string File)
{
    /// <summary>Each place in the sources where a code stands as a string.</summary>
    public static IReadOnlyList<FindingCode> In(IEnumerable<SourceFile> sources) =>
        [.. sources.SelectMany(source => Literal().Matches(source.Text).Select(match => new FindingCode(match.Groups[1].Value, source.Path)))];

    /// <summary>The codes that have a row in a document's table.</summary>
    public static IReadOnlyList<string> Documented(string markdown) => [.. Row().Matches(markdown).Select(match => match.Groups[1].Value)];

    /// <summary>The beginning that all codes of a source file have: by project, and in modules by key.</summary>
    public static string? PrefixFor(string path) => path.Split('/') switch
    {
        ["src", "ComposeX.Syntax", ..] => "CX0",
        ["src", "ComposeX.Compose", ..] => "CX1",
        ["src", "ComposeX.Model" or "ComposeX.Compiler", ..] => "CX2",
        ["src", "ComposeX.CloudFormation", ..] => "CX4",
        ["src", "ComposeX.Build.Tasks", ..] => "CX5",
        ["src", "ComposeX.Deploy", ..] => "CX6",
        ["src", "ComposeX.Modules", var module, _, ..] => "CX" + module.ToUpperInvariant(),
        _ => null,
    };

    [GeneratedRegex("\"(CX(?:[0-9]{4}|[A-Z0-9]*[A-Z][A-Z0-9]*?[0-9]{2}))\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\|\s*`?(CX[A-Z0-9]+)`?\s*\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
