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

    [Theory, InlineData("10.0.0.0/15"), InlineData("10.0.0.0/26"), InlineData("10.0.0/24"), InlineData("10.0.0.256/24"), InlineData("10.0.0.0/33"), InlineData("x")]
    public void A_block_that_cannot_work_is_refused(string cidr) =>
        Assert.StartsWith("CXVPC0", Assert.Single(Compiling.Compile(Compose(cidr)).Diagnostics).Code, System.StringComparison.Ordinal);

    private static IEnumerable<(string Tier, string Cidr)> Subnets(string cidr) => Compiling.Templates(Compose(cidr))
        .SelectMany(template => template.Resources)
        .Where(resource => resource.Type == "AWS::EC2::Subnet")
        .Select(subnet => (subnet.LogicalId.Substring(0, subnet.LogicalId.IndexOf("Subnet", System.StringComparison.Ordinal)), Compiling.Texts(subnet.Properties, "CidrBlock").Single()));

    private static (long First, long Last) Range(string cidr)
    {
        var halves = cidr.Split('/');
        var first = halves[0].Split('.').Aggregate(0L, (address, octet) => (address * 256) + long.Parse(octet, CultureInfo.InvariantCulture));
        return (first, first + (1L << (32 - int.Parse(halves[1], CultureInfo.InvariantCulture))) - 1);
    }

    private static string Compose(string cidr) => $"x-vpc: {{Properties: {{VpcCidr: {cidr}}}}}\n";
}
