using System.Linq;
using Xunit;

namespace ComposeX.Syntax.Tests;

public sealed class YamlMappingTests
{
    private static readonly Location _here = Location.OfFile("a");

    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    public void A_value_is_found_by_its_key(int size)
    {
        var mapping = Mapping("k", size);
        Assert.All(Enumerable.Range(0, size), i => Assert.Equal($"k{i}", Assert.IsType<YamlScalar>(mapping[$"k{i}"]).Text));
        Assert.Null(mapping["other"]);
    }

    [Fact]
    public void A_copy_with_other_entries_finds_those()
    {
        var mapping = Mapping("k", 50);
        Assert.NotNull(mapping["k1"]);
        var copy = mapping with { Entries = Mapping("other", 50).Entries };
        Assert.Null(copy["k1"]);
        Assert.NotNull(copy["other1"]);
    }

    private static YamlMapping Mapping(string name, int size) => new(
        [.. Enumerable.Range(0, size).Select(i => new YamlEntry(Scalar($"{name}{i}"), Scalar($"{name}{i}")))],
        _here);

    private static YamlScalar Scalar(string text) => new(text, YamlScalarStyle.Plain, _here);
}
