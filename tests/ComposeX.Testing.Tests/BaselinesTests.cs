using System;
using Xunit;

namespace ComposeX.Testing.Tests;

public sealed class BaselinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BaselinesTests()
    {
        _folder.Write("docker-compose.yml", "services:\n");
        _folder.Write("web.template.json", "{\n  \"a\": 1\n}\n");
    }

    [Fact]
    public void Equal_files_pass() => Compare(new BaselineFile("web.template.json", "{\n  \"a\": 1\n}\n"));

    [Fact]
    public void A_difference_fails_with_the_lines_that_differ_and_how_to_accept()
    {
        var message = Failure(() => Compare(new BaselineFile("web.template.json", "{\n  \"a\": 2\n}\n")));
        Assert.Contains("web.template.json", message, StringComparison.Ordinal);
        Assert.Contains(" {\n-  \"a\": 1\n+  \"a\": 2\n }\n", message, StringComparison.Ordinal);
        Assert.Contains("COMPOSEX_ACCEPT=1 dotnet test", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"a\": 1\n}")]
    [InlineData("{\r\n  \"a\": 1\r\n}\r\n")]
    [InlineData("{\n  \"a\": 1 \n}\n")]
    [InlineData("\ufeff{\n  \"a\": 1\n}\n")]
    public void Bytes_that_the_eye_misses_fail_too(string text) =>
        Assert.Contains("@@", Failure(() => Compare(new BaselineFile("web.template.json", text))), StringComparison.Ordinal);

    [Fact]
    public void A_missing_baseline_fails() => Assert.Contains(
        "there is no such baseline",
        Failure(() => Compare(new("web.template.json", "{\n  \"a\": 1\n}\n"), new("sqs.template.json", "{}\n"))),
        StringComparison.Ordinal);

    [Fact]
    public void A_baseline_that_nothing_makes_fails() =>
        Assert.Contains("the test made no such file", Failure(() => Compare()), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_no_pattern_names_fails_rather_than_overwrite_input() => Assert.Contains(
        "none of its baseline patterns",
        Failure(() => Verify(Acceptance.Accept, new("web.template.json", "{}"), new("docker-compose.yml", "{}"))),
        StringComparison.Ordinal);

    [Fact]
    public void Accepting_rewrites_creates_and_deletes()
    {
        _folder.Write("old.template.json", "{}\n");
        Verify(Acceptance.Accept, new("web.template.json", "{}\n"), new("nested/sqs.template.json", "[]\n"));
        Assert.Equal("{}\n", _folder["web.template.json"]);
        Assert.Equal("[]\n", _folder["nested/sqs.template.json"]);
        Assert.False(_folder.Has("old.template.json"));
        Assert.Equal("services:\n", _folder["docker-compose.yml"]);
    }

    [Fact]
    public void Accepting_in_CI_is_refused_even_where_nothing_differs()
    {
        var message = Failure(() => Verify(Acceptance.Refused, new BaselineFile("web.template.json", "{\n  \"a\": 1\n}\n")));
        Assert.Contains("CI does not accept", message, StringComparison.Ordinal);
        Assert.Equal("{\n  \"a\": 1\n}\n", _folder["web.template.json"]);
    }

    [Theory]
    [InlineData(null, null, Acceptance.Compare)]
    [InlineData("0", null, Acceptance.Compare)]
    [InlineData("1", null, Acceptance.Accept)]
    [InlineData("1", "false", Acceptance.Accept)]
    [InlineData("1", "true", Acceptance.Refused)]
    [InlineData(null, "true", Acceptance.Compare)]
    public void The_environment_says_whether_to_accept(string? accept, string? ci, Acceptance expected) =>
        Assert.Equal(expected, AcceptanceSwitch.Of(name => name == "CI" ? ci : accept));

    public void Dispose() => _folder.Dispose();

    private static string Failure(Action action) => Assert.ThrowsAny<Xunit.Sdk.XunitException>(action).Message;

    private void Compare(params BaselineFile[] files) => Verify(Acceptance.Compare, files);

    private void Verify(Acceptance acceptance, params BaselineFile[] files) => new Baselines(_folder.Path, acceptance, ["*.template.json"]).Verify(files);
}
