using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace ComposeX.Testing;

/// <summary>
/// Compares what a test made with the files that lie beside a case's input. Whatever differs, is missing or is there
/// without having been made is a failure; <c>COMPOSEX_ACCEPT=1</c> rewrites the files instead.
/// </summary>
public sealed class Baselines
{
    private readonly string _folder;
    private readonly IReadOnlyList<Regex> _owned;
    private readonly Acceptance _acceptance;

    /// <param name="folder">The case's folder.</param>
    /// <param name="patterns">Names of the files that are baselines, <c>*</c> for any part: <c>*.template.json</c>. All others are input.</param>
    public Baselines(string folder, Acceptance acceptance, IEnumerable<string> patterns)
    {
        _folder = folder;
        _acceptance = acceptance;
        _owned = [.. patterns.Select(pattern => new Regex("^" + Regex.Escape(pattern).Replace("\\*", ".*") + "$", RegexOptions.CultureInvariant))];
    }

    public static Baselines Of(Case @case, params string[] patterns) => new(@case.Folder, AcceptanceSwitch.Current, patterns);

    /// <summary>Fails unless the baselines are exactly the files given.</summary>
    public void Verify(params IEnumerable<BaselineFile> actual)
    {
        var made = actual.ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);
        var unowned = made.Keys.Where(name => !IsOwned(name)).OrderBy(name => name, StringComparer.Ordinal).ToList();
        Assert.True(unowned.Count == 0, $"The test made {string.Join(", ", unowned)}, which none of its baseline patterns names.");

        var names = made.Keys.Union(OnDisk(), StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToList();
        if (_acceptance == Acceptance.Accept)
        {
            names.ForEach(name => Accept(name, made));
            return;
        }

        var differences = names.Select(name => Difference(name, made)).OfType<string>().ToList();
        if (_acceptance == Acceptance.Refused)
        {
            differences.Insert(0, "COMPOSEX_ACCEPT is set, and CI does not accept baselines.");
        }

        if (differences.Count > 0)
        {
            Assert.Fail($"{string.Join("\n", differences)}\n\nTo take what was made as the new baselines, then review them in git: {AcceptanceSwitch.Command}\n");
        }
    }

    private bool IsOwned(string name) => _owned.Any(pattern => pattern.IsMatch(name));

    private IEnumerable<string> OnDisk() => Directory
        .EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Select(path => path[(_folder.Length + 1)..].Replace('\\', '/'))
        .Where(IsOwned);

    private string? Difference(string name, Dictionary<string, string> made)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
        {
            return $"{path}: there is no such baseline. The test made:\n{UnifiedDiff.Of("", made[name])}";
        }

        if (!made.TryGetValue(name, out var text))
        {
            return $"{path}: this baseline is there, but the test made no such file.";
        }

        var expected = File.ReadAllText(path);
        return string.Equals(expected, text, StringComparison.Ordinal) ? null : $"{path}: - is the baseline, + is what the test made.\n{UnifiedDiff.Of(expected, text)}";
    }

    private void Accept(string name, Dictionary<string, string> made)
    {
        var path = Path.Combine(_folder, name);
        if (!made.TryGetValue(name, out var text))
        {
            File.Delete(path);
        }
        else if (!File.Exists(path) || !string.Equals(File.ReadAllText(path), text, StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }
    }
}
