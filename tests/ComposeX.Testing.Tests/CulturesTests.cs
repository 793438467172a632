using System;
using System.Globalization;
using Xunit;

namespace ComposeX.Testing.Tests;

public sealed class CulturesTests
{
    [Fact]
    public void A_function_of_its_input_alone_passes() => Cultures.MakeNoDifference(() => 1.5.ToString(CultureInfo.InvariantCulture) + "i".ToUpperInvariant());

    [Fact]
    public void A_number_in_the_current_culture_fails() => Fails(() => 1.5.ToString(CultureInfo.CurrentCulture));

    [Fact]
    public void Casing_in_the_current_culture_fails() => Fails(() => "image".ToUpper(CultureInfo.CurrentCulture));

    [Fact]
    public void Something_else_each_time_fails()
    {
        var count = 0;
        Fails(() => (count++).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_culture_is_as_before_afterwards()
    {
        var before = CultureInfo.CurrentCulture;
        Cultures.MakeNoDifference(() => "");
        Assert.Same(before, CultureInfo.CurrentCulture);
    }

    private static void Fails(Func<string> make) =>
        Assert.Contains("made other text", Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Cultures.MakeNoDifference(make)).Message, StringComparison.Ordinal);
}
