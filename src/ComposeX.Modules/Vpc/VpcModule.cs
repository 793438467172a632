using System.Collections.Generic;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary><c>x-vpc</c>: the network. By default a VPC of three tiers is created; <c>Use</c> writes down an existing one.</summary>
public sealed class VpcModule : EnvironmentModule
{
    public override string Key => "x-vpc";

    public override bool IsNetwork => true;

    public override string Type => "AWS::EC2::VPC";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("VpcId", "VpcId")];

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound switch
    {
        VpcPlan plan => [new VpcNetwork(plan, declaration.Origin).Offer],
        VpcInUse existing => [existing.Offer],
        _ => [],
    };

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        base.Bind(declaration, diagnostics);
        return declaration.Use is { } use ? VpcInUse.Read(use, diagnostics) : VpcPlan.Read(declaration, diagnostics);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) =>
        declaration.Bound is VpcPlan plan ? new VpcNetwork(plan, declaration.Origin).Synthesize(Home.OfKey(Key)) : new Synthesized();
}
