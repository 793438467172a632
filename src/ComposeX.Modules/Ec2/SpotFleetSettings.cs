using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>A Spot Fleet: capacity in units of the types' weights, more of it while processors are busy and less while they idle.</summary>
internal sealed record SpotFleetSettings(Location Origin)
{
    private static readonly string[] Strategies = ["priceCapacityOptimized", "capacityOptimized", "diversified", "lowestPrice"];

    /// <summary>The most to pay for a unit an hour, in dollars; null for the price on demand.</summary>
    public Located<string>? BidPrice { get; init; }

    public Located<string>? AllocationStrategy { get; init; }

    public Located<long>? Target { get; init; }

    public Located<long>? Minimum { get; init; }

    public Located<long>? Maximum { get; init; }

    public long Least => Minimum?.Value ?? 0;

    public long Wanted => Target?.Value ?? Least;

    public long Most => Maximum?.Value ?? (Wanted > Least ? Wanted : Least);

    public static SpotFleetSettings Read(YamlMapping node, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(node, diagnostics);
        var settings = new SpotFleetSettings(node.Location)
        {
            BidPrice = Sizes.Price(reader.Text("BidPrice"), "BidPrice", diagnostics),
            AllocationStrategy = Sizes.OneOf(reader.Text("AllocationStrategy"), "AllocationStrategy", Strategies, diagnostics),
            Target = Sizes.Of(reader.Integer("TargetCapacity"), "TargetCapacity", 0, diagnostics),
            Minimum = Sizes.Of(reader.Integer("MinCapacity"), "MinCapacity", 0, diagnostics),
            Maximum = Sizes.Of(reader.Integer("MaxCapacity"), "MaxCapacity", 0, diagnostics),
        };
        reader.RejectOthers("SpotFleet of x-ec2");
        Sizes.InOrder(settings.Minimum, settings.Maximum, diagnostics);
        Sizes.InOrder(settings.Minimum, settings.Target, diagnostics);
        Sizes.InOrder(settings.Target, settings.Maximum, diagnostics);
        return settings;
    }
}
