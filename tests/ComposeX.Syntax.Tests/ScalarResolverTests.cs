using Xunit;

namespace ComposeX.Syntax.Tests;

public sealed class ScalarResolverTests
{
    [Theory]
    [InlineData("", ScalarKind.Null, "")]
    [InlineData("~", ScalarKind.Null, "~")]
    [InlineData("NULL", ScalarKind.Null, "NULL")]
    [InlineData("nUll", ScalarKind.String, "nUll")]
    [InlineData("true", ScalarKind.Boolean, "true")]
    [InlineData("False", ScalarKind.Boolean, "false")]
    [InlineData("yes", ScalarKind.String, "yes")]
    [InlineData("on", ScalarKind.String, "on")]
    [InlineData("n", ScalarKind.String, "n")]
    [InlineData("0", ScalarKind.Integer, "0")]
    [InlineData("-0", ScalarKind.Integer, "0")]
    [InlineData("+1", ScalarKind.Integer, "1")]
    [InlineData("010", ScalarKind.Integer, "8")]
    [InlineData("0o10", ScalarKind.Integer, "8")]
    [InlineData("0x1F", ScalarKind.Integer, "31")]
    [InlineData("-0b11", ScalarKind.Integer, "-3")]
    [InlineData("1_000", ScalarKind.Integer, "1000")]
    [InlineData("18446744073709551615", ScalarKind.Integer, "18446744073709551615")]
    [InlineData("18446744073709551616", ScalarKind.Float, "1.8446744073709552e+19")]
    [InlineData("08", ScalarKind.Float, "8")]
    [InlineData("0o8", ScalarKind.String, "0o8")]
    [InlineData("0x", ScalarKind.String, "0x")]
    [InlineData("1:30", ScalarKind.String, "1:30")]
    [InlineData("1.50", ScalarKind.Float, "1.5")]
    [InlineData(".5", ScalarKind.Float, "0.5")]
    [InlineData("5.", ScalarKind.Float, "5")]
    [InlineData("1e3", ScalarKind.Float, "1000")]
    [InlineData("1e6", ScalarKind.Float, "1e+06")]
    [InlineData("1234567.5", ScalarKind.Float, "1.2345675e+06")]
    [InlineData("0.0001", ScalarKind.Float, "0.0001")]
    [InlineData("1e-7", ScalarKind.Float, "1e-07")]
    [InlineData("1e400", ScalarKind.String, "1e400")]
    [InlineData(".inf", ScalarKind.Float, "+Inf")]
    [InlineData("-.INF", ScalarKind.Float, "-Inf")]
    [InlineData(".nan", ScalarKind.Float, "NaN")]
    [InlineData("+.nan", ScalarKind.String, "+.nan")]
    [InlineData("1.2.3", ScalarKind.String, "1.2.3")]
    [InlineData("-", ScalarKind.String, "-")]
    [InlineData("2001-12-14", ScalarKind.Timestamp, "2001-12-14 00:00:00 +0000 UTC")]
    [InlineData("2001-12-14t21:59:43.10-05:00", ScalarKind.Timestamp, "2001-12-14 21:59:43.1 -0500 -0500")]
    [InlineData("2001-12-14 1:2:3", ScalarKind.Timestamp, "2001-12-14 01:02:03 +0000 UTC")]
    [InlineData("2001-13-14", ScalarKind.String, "2001-13-14")]
    public void A_plain_scalar_stands_for_what_Compose_reads(string text, ScalarKind kind, string printed)
    {
        var value = ScalarResolver.ResolvePlain(text);
        Assert.Equal((kind, printed), (value.Kind, value.Printed));
    }

    [Theory]
    [InlineData(YamlScalarStyle.SingleQuoted, null, ScalarKind.String)]
    [InlineData(YamlScalarStyle.Literal, null, ScalarKind.String)]
    [InlineData(YamlScalarStyle.Plain, "!!str", ScalarKind.String)]
    [InlineData(YamlScalarStyle.DoubleQuoted, "!!int", ScalarKind.Integer)]
    [InlineData(YamlScalarStyle.Plain, "!!float", ScalarKind.Float)]
    [InlineData(YamlScalarStyle.Plain, "!Ref", ScalarKind.Integer)]
    public void Quotes_and_the_core_tags_say_what_a_scalar_is(YamlScalarStyle style, string? tag, ScalarKind kind) =>
        Assert.Equal(kind, ScalarResolver.KindOf(new YamlScalar("12", style, Location.OfFile("a"), tag)));

    [Fact]
    public void Binary_is_decoded() =>
        Assert.Equal("hello", ScalarResolver.Resolve(new YamlScalar("aGVsbG8=", YamlScalarStyle.Plain, Location.OfFile("a"), "!!binary")).Text);

    [Theory]
    [InlineData(1.123456789f, "1.1234568")]
    [InlineData(0.5f, "0.5")]
    [InlineData(100000f, "100000")]
    public void Numbers_of_single_precision_have_the_fewest_digits(float value, string printed) => Assert.Equal(printed, GoNumber.Print(value));
}
