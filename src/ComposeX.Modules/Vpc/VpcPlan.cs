using System.Collections.Generic;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Addresses;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>A VPC to create: its blocks, decided, and where its private subnets go out.</summary>
/// <param name="Zones">One entry for each availability zone used.</param>
internal sealed record VpcPlan(IPv4Block Cidr, IReadOnlyList<ZonePlan> Zones, NatGateways NatGateways)
{
    /// <summary>The block of the feature notes: a little under 120 addresses for tasks.</summary>
    public const string DefaultCidr = "100.127.254.0/24";

    // The least that a load balancer or a database subnet group accepts.
    private const int DefaultZoneCount = 2;

    private const int MostZones = 6;

    private static readonly Regex DomainNames = new("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?( [A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)*$", RegexOptions.CultureInvariant);

    /// <summary>Where it was said that there is no NAT.</summary>
    public Location? NatOrigin { get; init; }

    /// <summary>The domain that instances and tasks complete short names with.</summary>
    public Located<string>? DomainName { get; init; }

    public IReadOnlyList<EndpointPlan> Endpoints { get; init; } = [];

    public FlowLogPlan? FlowLogs { get; init; }

    public IEnumerable<ZonePlan> ZonesWithNat => NatGateways switch
    {
        NatGateways.None => [],
        NatGateways.One => [Zones[0]],
        _ => Zones,
    };

    public static VpcPlan? Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(declaration.Properties, diagnostics);
        var cidr = reader.Text("VpcCidr") ?? new(DefaultCidr, declaration.Origin);
        var zoneCount = ReadZoneCount(reader, diagnostics);
        var (natGateways, natOrigin) = ReadNatGateways(reader, diagnostics);
        var domainName = ReadDomainName(MappingReader.Of(reader.Mapping("DHCPOptions"), diagnostics), diagnostics);
        var endpoints = EndpointPlan.ReadAll(reader.Mapping("Endpoints"), diagnostics);
        var flowLogs = FlowLogPlan.Read(reader, diagnostics);
        reader.RejectOthers("x-vpc");
        return VpcBlocks.Read(cidr, zoneCount, diagnostics) is { } block
            ? new(block, VpcBlocks.Split(block, zoneCount), natGateways) { NatOrigin = natOrigin, DomainName = domainName, Endpoints = endpoints, FlowLogs = flowLogs }
            : null;
    }

    private static int ReadZoneCount(MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Integer("AvailabilityZones") is not { } count)
        {
            return DefaultZoneCount;
        }

        if (count.Value is >= DefaultZoneCount and <= MostZones)
        {
            return (int)count.Value;
        }

        diagnostics.Add(VpcDiagnostics.ZoneCount(count.Value, count.Origin));
        return DefaultZoneCount;
    }

    private static (NatGateways, Location?) ReadNatGateways(MappingReader reader, DiagnosticBag diagnostics)
    {
        var single = reader.Boolean("SingleNat");
        var disable = reader.Boolean("DisableNat");
        if (disable is { Value: true } none)
        {
            if (single is { } given)
            {
                diagnostics.Add(VpcDiagnostics.NatContradiction(given.Origin));
            }

            return (NatGateways.None, none.Origin);
        }

        return (single is { Value: false } ? NatGateways.OnePerZone : NatGateways.One, null);
    }

    private static Located<string>? ReadDomainName(MappingReader reader, DiagnosticBag diagnostics)
    {
        var name = reader.Text("DomainName");
        reader.RejectOthers("DHCPOptions of x-vpc");
        if (name is { } given && !DomainNames.IsMatch(given.Value))
        {
            diagnostics.Add(VpcDiagnostics.NoDomainName(given.Value, given.Origin));
        }

        return name;
    }
}

/// <summary>How private subnets reach the internet.</summary>
internal enum NatGateways
{
    One,
    OnePerZone,
    None,
}
