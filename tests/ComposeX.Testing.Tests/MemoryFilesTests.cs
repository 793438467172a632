using System.Linq;
using Xunit;

namespace ComposeX.Testing.Tests;

public sealed class MemoryFilesTests
{
    private readonly MemoryFiles _files = new(("/shop/compose.yaml", "a\nb\r\n"), ("/shop/sub/web.yml", "c"));

    [Theory]
    [InlineData("/shop/compose.yaml", true)]
    [InlineData("/shop/./sub/../compose.yaml", true)]
    [InlineData("\\shop\\sub\\web.yml", true)]
    [InlineData("/shop/Compose.yaml", false)]
    [InlineData("/shop/sub", false)]
    public void A_file_is_there_under_every_spelling_of_its_path(string path, bool expected)
    {
        Assert.Equal(expected, _files.Exists(path));
        Assert.Equal(expected, _files.Read(path) is not null);
    }

    [Fact]
    public void A_file_keeps_the_path_it_was_asked_by() => Assert.Equal("/shop/./compose.yaml", _files.Read("/shop/./compose.yaml")!.Path);

    [Fact]
    public void Line_endings_can_be_changed() => Assert.Equal(["a\r\nb\r\n", "c"], _files.WithLineEndings("\r\n").Files.Select(file => file.Text));
}
