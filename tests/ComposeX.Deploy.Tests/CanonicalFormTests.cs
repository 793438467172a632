using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class CanonicalFormTests
{
    private static readonly Location Somewhere = new("/shop/docker-compose.yml", 12, 5, 12, 9);

    [Fact]
    public void A_finding_has_the_form_that_MSBuild_reads()
    {
        var line = CanonicalForm.Of(Diagnostic.Error("CX6405", Somewhere, "It failed."));
        Assert.Equal("/shop/docker-compose.yml(12,5,12,9): error CX6405: It failed.", line);
        Assert.Equal("error", MSBuildLine.CategoryOf(line));
    }

    [Fact]
    public void A_finding_about_no_file_names_the_tool()
    {
        var line = CanonicalForm.Of(Diagnostic.Warning("CX6302", default, "Hm."));
        Assert.Equal("composex : warning CX6302: Hm.", line);
        Assert.Equal("warning", MSBuildLine.CategoryOf(line));
    }

    [Fact]
    public void A_finding_of_several_lines_is_one_line() =>
        Assert.Equal("composex : error CX6405: a b", CanonicalForm.Of(Diagnostic.Error("CX6405", default, "a\r\n  b\n")));

    [Theory]
    [InlineData("handler: error CX1: no")]
    [InlineData("  web/Role  CREATE_FAILED  Error: no")]
    [InlineData("error : no")]
    [InlineData("x.yml(1,2): fatal error CX1 : no")]
    [InlineData("warning: no")]
    [InlineData("a\nb: warning W1: no")]
    public void Text_that_looks_like_a_finding_is_defused(string text)
    {
        Assert.NotNull(MSBuildLine.CategoryOf(text.Split('\n')[^1]));
        Assert.Null(MSBuildLine.CategoryOf(CanonicalForm.Defuse(text)));
    }

    [Fact]
    public void Text_that_does_not_is_left_as_it_is() => Assert.Equal("no errors, 3 warnings (HandlerErrorCode: X)", CanonicalForm.Defuse("no errors, 3 warnings (HandlerErrorCode: X)"));

    [Fact]
    public void Secrets_are_masked_the_longest_first()
    {
        var secrets = new Secrets();
        secrets.Hide(["pass", "password1"]);
        Assert.Equal("**** and ****", secrets.Mask("password1 and pass"));
    }

    [Theory]
    [InlineData("abc", "abc, (abc) and 'abc', but abcd and xabc", "****, (****) and '****', but abcd and xabc")]
    [InlineData("7", "7 to add of \"7\"", "7 to add of \"****\"")]
    [InlineData("a\"b\\c", "{\"Password\":\"a\\\"b\\\\c\"}", "{\"Password\":\"****\"}")]
    [InlineData("p&ss word", "https://host/?p=p%26ss%20word", "https://host/?p=****")]
    [InlineData("correct", "Y29ycmVjdA==", "****")]
    [InlineData("-----BEGIN\nMIIEvQIBADANBg\n-----END", "line MIIEvQIBADANBg is bad", "line **** is bad")]
    public void Secrets_are_masked_in_every_dress_and_short_ones_where_they_stand_for_themselves(string secret, string text, string masked)
    {
        var secrets = new Secrets();
        secrets.Hide([secret]);
        Assert.Equal(masked, secrets.Mask(text));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"7\"")]
    public void A_value_that_is_a_short_secret_is_masked_as_a_whole(string value)
    {
        var secrets = new Secrets();
        secrets.Hide(["7", ""]);
        Assert.Equal("****", secrets.MaskValue(value));
    }
}
