using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Architecture.Tests.Findings;

/// <summary>What must hold of the codes of findings; each rule returns its violations as sentences.</summary>
internal static class FindingRules
{
    public static IReadOnlyList<string> Repeated(IReadOnlyList<FindingCode> codes) =>
    [
        .. codes.GroupBy(code => code.Code)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key} is written more than once: {string.Join(", ", group.Select(code => code.File))}"),
    ];

    /// <summary>A code stands where its factory is: in a class of typed factories of the room it belongs to.</summary>
    public static IReadOnlyList<string> Misplaced(IReadOnlyList<FindingCode> codes) =>
    [
        .. codes.Where(code => !code.File.EndsWith("Diagnostics.cs", StringComparison.Ordinal))
            .Select(code => $"{code.Code} is written in {code.File}, not in a class of factories (…Diagnostics.cs)"),
        .. codes.Where(code => FindingCode.PrefixFor(code.File) is { } prefix && !code.Code.StartsWith(prefix, StringComparison.Ordinal))
            .Select(code => $"{code.Code} in {code.File} should begin with {FindingCode.PrefixFor(code.File)}"),
    ];

    /// <summary>Each code has a row in the nearest README.md, and each row there a code.</summary>
    public static IReadOnlyList<string> Undocumented(IReadOnlyList<FindingCode> codes, IReadOnlyList<SourceFile> documents)
    {
        var rows = documents.SelectMany(document => FindingCode.Documented(document.Text).Select(code => (Code: code, document.Path))).ToList();
        var wanted = codes.Select(code => (code.Code, Path: Nearest(code.File, documents))).ToList();
        return
        [
            .. wanted.Where(want => want.Path is null || !rows.Contains((want.Code, want.Path)))
                .Select(want => $"{want.Code} has no row in {want.Path ?? "a README.md beside its source"}"),
            .. rows.Where(row => !wanted.Contains((row.Code, row.Path)))
                .Select(row => $"{row.Path} documents {row.Code}, which no factory beside it makes"),
        ];
    }

    /// <summary>Each code is named by a test or stands in a baseline.</summary>
    public static IReadOnlyList<string> Unraised(IReadOnlyList<FindingCode> codes, IEnumerable<SourceFile> tests)
    {
        var text = string.Join('\n', tests.Select(test => test.Text));
        return [.. codes.Where(code => !text.Contains(code.Code, StringComparison.Ordinal)).Select(code => $"{code.Code} ({code.File}) is raised by no case and no test")];
    }

    private static string? Nearest(string source, IReadOnlyList<SourceFile> documents) => documents
        .Select(document => document.Path)
        .Where(path => path.EndsWith("/README.md", StringComparison.Ordinal) && source.StartsWith(path[..^"README.md".Length], StringComparison.Ordinal))
        .MaxBy(path => path.Length);
}
