using ComposeX.Model.Addresses;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Blocks of addresses have one way of being written.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("172.6.7.42/24", "172.6.7.0/24")]
    [InlineData("255.255.255.255/32", "255.255.255.255/32")]
    [InlineData("10.0.0.0", null)]
    [InlineData("10.0.0.0/", null)]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("10.0.0.0/08", null)]
    [InlineData("010.0.0.0/8", null)]
    [InlineData("10.0.0/8", null)]
    [InlineData("10.0.0.256/8", null)]
    [InlineData("10.0.0.-1/8", null)]
    [InlineData("", null)]
    public void An_IPv4_block_loses_its_host_bits(string text, string? expected) =>
        Assert.Equal(expected, IPv4Block.TryParse(text, out var block) ? block.ToString() : null);

    [Theory]
    [InlineData("::/0", "::/0")]
    [InlineData("2001:DB8::/32", "2001:db8::/32")]
    [InlineData("2001:db8:0:0:0:0:0:1/128", "2001:db8::1/128")]
    [InlineData("2001:0:0:1:0:0:0:1/128", "2001:0:0:1::1/128")]
    [InlineData("2001:db8:0:1:1:1:1:1/128", "2001:db8:0:1:1:1:1:1/128")]
    [InlineData("2001:db8::ffff:ffff/100", "2001:db8::f000:0/100")]
    [InlineData("2001:db8:ffff::1/33", "2001:db8:8000::/33")]
    [InlineData("fe80::/64", "fe80::/64")]
    [InlineData("::1", null)]
    [InlineData("::1/129", null)]
    [InlineData(":/0", null)]
    [InlineData("1:2:3/48", null)]
    [InlineData("1::2::3/48", null)]
    [InlineData("1:2:3:4:5:6:7:8::/48", null)]
    [InlineData("1:2:3:4:5:6:7:8:9/48", null)]
    [InlineData("12345::/48", null)]
    [InlineData("g::/48", null)]
    [InlineData("", null)]
    public void An_IPv6_block_is_written_shortest(string text, string? expected) =>
        Assert.Equal(expected, IPv6Block.TryParse(text, out var block) ? block.ToString() : null);

    [Theory]
    [InlineData("10.0.0.0/8", "10.3.0.0/16", true)]
    [InlineData("10.3.0.0/16", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/25", "10.0.0.128/25", false)]
    [InlineData("0.0.0.0/0", "203.0.113.0/24", true)]
    public void Blocks_overlap_when_one_is_inside_the_other(string left, string right, bool expected)
    {
        Assert.True(IPv4Block.TryParse(left, out var one) & IPv4Block.TryParse(right, out var other));
        Assert.Equal(expected, one.Overlaps(other));
    }
}
