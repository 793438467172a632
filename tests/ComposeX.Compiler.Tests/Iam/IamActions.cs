using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Testing;

namespace ComposeX.Compiler.Tests.Iam;

/// <summary>What AWS says of IAM's actions: which there are, and which resources each can be limited to.</summary>
internal static class IamActions
{
    private static readonly IReadOnlyDictionary<string, string[]> s_kinds = Rows("actions.tsv").ToDictionary(
        row => $"{row[0]}:{row[1]}", row => row[2].Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(kind => $"{row[0]}:{kind}").ToArray(), StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, Regex[]> s_patterns = Rows("resources.tsv").ToDictionary(
        row => $"{row[0]}:{row[1]}", row => row[2].Split(' ').Select(Pattern).ToArray(), StringComparer.Ordinal);

    /// <summary>Whether AWS has the action; of <c>kms:*</c>, whether it has the service.</summary>
    public static bool IsKnown(string action) => action.EndsWith(":*", StringComparison.Ordinal)
        ? s_kinds.Keys.Any(known => known.StartsWith(action[..^1], StringComparison.Ordinal))
        : s_kinds.ContainsKey(action.ToLowerInvariant());

    /// <summary>Whether the action can be allowed on everything only.</summary>
    public static bool IsWithoutResource(string action) => s_kinds.TryGetValue(action.ToLowerInvariant(), out var kinds) && kinds.Length == 0;

    /// <summary>Whether the action is one on a resource of that ARN.</summary>
    public static bool AppliesTo(string action, string arn) => s_kinds.TryGetValue(action.ToLowerInvariant(), out var kinds)
        && kinds.Any(kind => s_patterns.TryGetValue(kind, out var patterns) && patterns.Any(pattern => pattern.IsMatch(arn)));

    private static Regex Pattern(string text) => new($"^{Regex.Replace(text, @"\$\{[A-Za-z]+\}", "[^:]*")}$", RegexOptions.CultureInvariant);

    private static IEnumerable<string[]> Rows(string name) => File
        .ReadAllLines(Path.Combine(RepositoryFolders.TestProject(typeof(IamActions).Assembly), "Iam", name))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'));
}
