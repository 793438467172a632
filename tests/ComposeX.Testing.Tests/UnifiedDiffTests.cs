using System.Linq;
using Xunit;

namespace ComposeX.Testing.Tests;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Equal("", UnifiedDiff.Of("a\nb\n", "a\nb\n"));

    [Fact]
    public void Three_lines_of_context_stand_around_a_change() => Assert.Equal(
        "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
        UnifiedDiff.Of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"));

    [Fact]
    public void Changes_far_apart_are_hunks_apart()
    {
        var left = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i}\n"));
        var diff = UnifiedDiff.Of(left, "0\n" + left.Replace("30\n", ""));
        Assert.Equal("@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -27,4 +28,3 @@\n 27\n 28\n 29\n-30\n", diff);
    }

    [Fact]
    public void A_missing_line_feed_at_the_end_is_said() => Assert.Equal(
        "@@ -1,1 +1,2 @@\n a\n+\\ no line feed at the end\n",
        UnifiedDiff.Of("a\n", "a"));

    [Fact]
    public void Carriage_returns_are_seen() => Assert.Equal("@@ -1,1 +1,1 @@\n-a\n+a␍\n", UnifiedDiff.Of("a\n", "a\r\n"));

    [Fact]
    public void All_of_a_new_file_is_added() => Assert.Equal("@@ -0,0 +1,2 @@\n+a\n+b\n", UnifiedDiff.Of("", "a\nb\n"));
}
