using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>The blocks of a created VPC, whatever its size.</summary>
public sealed class VpcTests
{
    public static TheoryData<string> Blocks() => [.. Enumerable.Range(16, 10).Select(prefix => $"10.32.0.0/{prefix.ToString(CultureInfo.InvariantCulture)}")];

    [Theory, MemberData(nameof(Blocks))]
    public void Subnets_fill_the_block_without_overlap_and_none_is_too_small(string cidr)
    {
        var vpc = Range(cidr);
        var subnets = Subnets(cidr).Select(subnet => Range(subnet.Cidr)).OrderBy(range => range.First).ToList();
        Assert.Equal(6, subnets.Count);
        Assert.All(subnets, subnet => Assert.True(subnet.Last - subnet.First + 1 >= 16));
        Assert.All(subnets.Zip(subnets.Skip(1), (left, right) => (left, right)), pair => Assert.Equal(pair.left.Last + 1, pair.right.First));
        Assert.Equal(vpc, (subnets[0].First, subnets[subnets.Count - 1].Last));
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Half_is_for_applications_a_quarter_public_a_quarter_for_storage(string cidr)
    {
        var (first, last) = Range(cidr);
        var shares = Subnets(cidr).GroupBy(subnet => subnet.Tier).ToDictionary(tier => tier.Key, tier => tier.Sum(subnet => Range(subnet.Cidr).Last - Range(subnet.Cidr).First + 1));
        var all = last - first + 1;
        Assert.Equal((all / 2, all / 4, all / 4), (shares["App"], shares["Public"], shares["Storage"]));
    }

    [Theory]
    [InlineData(3, "10.32.0.0/24", 0.75)]
    [InlineData(4, "10.32.0.0/24", 1)]
    [InlineData(5, "10.32.0.0/23", 0.625)]
    [InlineData(6, "10.32.0.0/20", 0.75)]
    public void More_zones_have_equal_parts_of_which_some_stay_free(int zones, string cidr, double used)
    {
        var subnets = Subnets(cidr, zones).Select(subnet => Range(subnet.Cidr)).OrderBy(range => range.First).ToList();
        Assert.Equal(3 * zones, subnets.Count);
        Assert.All(subnets.Zip(subnets.Skip(1), (left, right) => (left, right)), pair => Assert.True(pair.left.Last < pair.right.First));
        Assert.Equal((long)(used * (Range(cidr).Last - Range(cidr).First + 1)), subnets.Sum(subnet => subnet.Last - subnet.First + 1));
    }

    [Theory, InlineData(2, 25), InlineData(3, 24), InlineData(4, 24), InlineData(5, 23), InlineData(6, 23)]
    public void What_is_too_small_is_refused_with_the_smallest_that_works(int zones, int smallest)
    {
        var refused = Compiling.Compile(Compose($"10.32.0.0/{(smallest + 1).ToString(CultureInfo.InvariantCulture)}", zones)).Diagnostics;
        Assert.Contains($"The smallest that works is a /{smallest.ToString(CultureInfo.InvariantCulture)}.", Assert.Single(refused).Message, System.StringComparison.Ordinal);
        Assert.Empty(Compiling.Compile(Compose($"10.32.0.0/{smallest.ToString(CultureInfo.InvariantCulture)}", zones)).Diagnostics);
    }

    [Theory, InlineData("10.0.0.0/15"), InlineData("10.0.0.0/26"), InlineData("10.0.0/24"), InlineData("10.0.0.256/24"), InlineData("10.0.0.0/33"), InlineData("x")]
    public void A_block_that_cannot_work_is_refused(string cidr) =>
        Assert.StartsWith("CXVPC", Assert.Single(Compiling.Compile(Compose(cidr)).Diagnostics).Code, System.StringComparison.Ordinal);

    private static IEnumerable<(string Tier, string Cidr)> Subnets(string cidr, int zones = 2) => Compiling.Templates(Compose(cidr, zones))
        .SelectMany(template => template.Resources)
        .Where(resource => resource.Type == "AWS::EC2::Subnet")
        .Select(subnet => (subnet.LogicalId.Substring(0, subnet.LogicalId.IndexOf("Subnet", System.StringComparison.Ordinal)), Compiling.Texts(subnet.Properties, "CidrBlock").Single()));

    private static (long First, long Last) Range(string cidr)
    {
        var halves = cidr.Split('/');
        var first = halves[0].Split('.').Aggregate(0L, (address, octet) => (address * 256) + long.Parse(octet, CultureInfo.InvariantCulture));
        return (first, first + (1L << (32 - int.Parse(halves[1], CultureInfo.InvariantCulture))) - 1);
    }

    private static string Compose(string cidr, int zones = 2) => $"x-vpc: {{Properties: {{VpcCidr: {cidr}, AvailabilityZones: {zones.ToString(CultureInfo.InvariantCulture)}}}}}\n";
}
