using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>A VPC to create: its blocks, decided, and where its private subnets go out.</summary>
/// <param name="Zones">One entry for each availability zone used.</param>
internal sealed record VpcPlan(CidrBlock Cidr, IReadOnlyList<ZonePlan> Zones, NatGateways NatGateways)
{
    /// <summary>The block of the feature notes: a little under 120 addresses for tasks.</summary>
    public const string DefaultCidr = "100.127.254.0/24";

    // The least that a load balancer or a database subnet group accepts.
    private const int ZoneCount = 2;

    public static VpcPlan? Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(declaration.Properties, diagnostics);
        var cidr = reader.Text("VpcCidr") ?? new(DefaultCidr, declaration.Origin);
        var natGateways = ReadNatGateways(reader, diagnostics);
        reader.RejectOthers("x-vpc");
        return ReadBlock(cidr, diagnostics) is { } block ? new(block, Split(block), natGateways) : null;
    }

    private static CidrBlock? ReadBlock(Located<string> cidr, DiagnosticBag diagnostics)
    {
        if (!CidrBlock.TryParse(cidr.Value, out var block))
        {
            diagnostics.Add(VpcDiagnostics.NoCidr(cidr.Value, cidr.Origin));
            return null;
        }

        // Three halvings below a zone's half of the block must leave the /28 that AWS asks for.
        if (block.PrefixLength is < 16 or > 25)
        {
            diagnostics.Add(VpcDiagnostics.UnworkableSize(cidr.Value, cidr.Origin));
            return null;
        }

        return block;
    }

    // Each zone gets an equal block: its first half for applications, a quarter public, a quarter for storage.
    private static IReadOnlyList<ZonePlan> Split(CidrBlock block)
    {
        var zones = new List<ZonePlan>();
        for (var index = 0; index < ZoneCount; index++)
        {
            var zone = block.Part(1, index);
            zones.Add(new(index, (char)('A' + index), zone.Part(1, 0), zone.Part(2, 2), zone.Part(2, 3)));
        }

        return zones;
    }

    private static NatGateways ReadNatGateways(MappingReader reader, DiagnosticBag diagnostics)
    {
        var single = reader.Boolean("SingleNat");
        var disable = reader.Boolean("DisableNat");
        if (disable is { Value: true } && single is { Value: true } both)
        {
            diagnostics.Add(VpcDiagnostics.NatContradiction(both.Origin));
        }

        return disable is { Value: true } ? NatGateways.None
            : single is { Value: false } ? NatGateways.OnePerZone
            : NatGateways.One;
    }
}

/// <summary>The blocks of one availability zone.</summary>
/// <param name="Index">Which of the region's zones it is, from 0.</param>
/// <param name="Letter">What its resources are named for.</param>
internal sealed record ZonePlan(int Index, char Letter, CidrBlock App, CidrBlock Public, CidrBlock Storage);

/// <summary>How private subnets reach the internet.</summary>
internal enum NatGateways
{
    One,
    OnePerZone,
    None,
}
