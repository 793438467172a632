using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compose.Tests.Corpus;

/// <summary>Every case of the corpus, against what Docker's own library makes of it.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void A_project_is_what_the_reference_makes_of_it_except_where_a_reason_is_given()
    {
        var replays = CorpusCase.In(RepositoryFolders.Corpus("compose")).Select(Replay.Of).ToList();
        foreach (var source in replays.GroupBy(replay => replay.Case.Source).OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{source.Key}: {source.Count(replay => replay.IsAsExpected)} of {source.Count()} as the reference");
        }

        output.WriteLine($"all: {replays.Count(replay => replay.IsAsExpected)} of {replays.Count}");
        var reasons = Reasons();
        var unexplained = replays.Where(replay => !replay.IsAsExpected && !reasons.ContainsKey(replay.Case.Path)).ToList();
        var outdated = reasons.Keys.Where(path => replays.All(replay => replay.Case.Path != path || replay.IsAsExpected)).ToList();
        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained.Take(20).Select(replay => $"{replay.Case.Path}: {replay.Outcome}\n{replay.Detail}")));
        Assert.True(outdated.Count == 0, "known-differences.tsv lists what is no difference: " + string.Join(", ", outdated));
    }

    private static Dictionary<string, string> Reasons() => File
        .ReadAllLines(Path.Combine(RepositoryFolders.TestProject(typeof(CorpusTests).Assembly), "Corpus", "known-differences.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
}
