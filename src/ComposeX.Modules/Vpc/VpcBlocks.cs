using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Addresses;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>Divides a VPC's block: every zone gets an equal part, of which half is for applications, a quarter public, a quarter for storage.</summary>
internal static class VpcBlocks
{
    // AWS's smallest subnet is a /28, and the smallest subnets of a zone are a quarter of its part.
    private const int LongestZonePrefix = 26;

    private const int ShortestPrefix = 16;

    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
    private static readonly IPv4Block[] Reserved =
    [
        new(0, 8), new(127u << 24, 8), new((169u << 24) | (254u << 16), 16), new(224u << 24, 4),
    ];

    /// <summary>The VPC's block; null, and a finding, when AWS would not take it or not all subnets would fit.</summary>
    public static IPv4Block? Read(Located<string> cidr, int zoneCount, DiagnosticBag diagnostics)
    {
        if (!IPv4Block.TryParse(cidr.Value, out var block))
        {
            diagnostics.Add(VpcDiagnostics.NoCidr(cidr.Value, cidr.Origin));
            return null;
        }

        var longest = LongestZonePrefix - Halvings(zoneCount);
        var reserved = Reserved.Where(block.Overlaps).Select(range => range.ToString()).FirstOrDefault();
        Diagnostic? refusal = block.PrefixLength < ShortestPrefix ? VpcDiagnostics.TooLarge(cidr.Value, cidr.Origin)
            : block.PrefixLength > longest ? VpcDiagnostics.TooSmall(cidr.Value, zoneCount, longest, cidr.Origin)
            : reserved is not null ? VpcDiagnostics.Reserved(cidr.Value, reserved, cidr.Origin)
            : null;
        if (refusal is not null)
        {
            diagnostics.Add(refusal);
            return null;
        }

        if (block.ToString() != cidr.Value)
        {
            diagnostics.Add(VpcDiagnostics.HostBits(cidr.Value, block.ToString(), cidr.Origin));
        }

        return block;
    }

    /// <summary>The blocks of each zone. Of three zones a quarter of the VPC stays free.</summary>
    public static IReadOnlyList<ZonePlan> Split(IPv4Block block, int zoneCount) => [.. Enumerable.Range(0, zoneCount).Select(index =>
    {
        var zone = block.Part(Halvings(zoneCount), index);
        return new ZonePlan(index, (char)('A' + index), zone.Part(1, 0), zone.Part(2, 2), zone.Part(2, 3));
    })];

    // How often the block is halved until there is a part for every zone.
    private static int Halvings(int zoneCount) => zoneCount switch
    {
        <= 2 => 1,
        <= 4 => 2,
        _ => 3,
    };
}

/// <summary>The blocks of one availability zone.</summary>
/// <param name="Index">Which of the region's zones it is, from 0.</param>
/// <param name="Letter">What its resources are named for.</param>
internal sealed record ZonePlan(int Index, char Letter, IPv4Block App, IPv4Block Public, IPv4Block Storage);
