using System.Collections.Generic;
using Xunit;

namespace ComposeX.Architecture.Tests;

/// <summary>Fails with every violation on a line of its own, none cut short.</summary>
internal static class Verdict
{
    public static void MustBeClean(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, $"{violations.Count} found:\n{string.Join('\n', violations)}\n");
}
