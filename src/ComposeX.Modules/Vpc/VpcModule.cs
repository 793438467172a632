using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary><c>x-vpc</c>: the network. By default a VPC of three tiers is created; <c>Use</c> writes down an existing one, <c>Lookup</c> asks for it.</summary>
public sealed class VpcModule : EnvironmentModule
{
    private const string VpcId = "VpcId";
    private const string VpcCidr = "VpcCidr";

    public override string Key => "x-vpc";

    public override bool IsNetwork => true;

    public override string Type => "AWS::EC2::VPC";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new(VpcId, VpcId), new(VpcCidr, "CidrBlock"), new(SubnetTier.App, null), new(SubnetTier.Public, null), new(SubnetTier.Storage, null),
    ];

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => declaration.Lookup is YamlMapping lookup ? VpcQueries.Of(lookup) : [];

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => OfferOf(declaration) is { } offer ? [offer] : [];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        base.Bind(declaration, diagnostics);
        switch (declaration)
        {
            case { Properties: { } properties, IsNew: false }:
                diagnostics.Add(VpcDiagnostics.SeveralModes(declaration.Lookup is null ? "Use" : "Lookup", "Properties", properties.Location));
                return null;
            case { Use: { } use, Lookup: not null }:
                diagnostics.Add(VpcDiagnostics.SeveralModes("Lookup", "Use", use.Location));
                return null;
            case { Use: { } use }:
                return ExistingVpc.Read(use, diagnostics);
            case { Lookup: { } lookup }:
                return VpcLookup.Read(lookup, declaration.Found, diagnostics);
            default:
                return VpcPlan.Read(declaration, diagnostics);
        }
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not VpcPlan plan)
        {
            return new Synthesized();
        }

        if (plan.NatOrigin is { } disabled && surroundings.Families.Count > 0 && VpcEndpoints.Lacking(plan) is { Count: > 0 } lacking)
        {
            diagnostics.Add(VpcDiagnostics.NoWayOut(lacking, disabled));
        }

        return NetworkOf(plan, declaration).Synthesize();
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var offer = OfferOf(declaration);
        var value = attribute.Name switch
        {
            VpcId => offer?.VpcId,
            VpcCidr => offer?.Cidr,
            var set => offer?.Tiers.FirstOrDefault(tier => string.Equals(tier.Name, set, StringComparison.Ordinal))?.SubnetIds,
        };
        if (value is null)
        {
            _ = declaration.Found?.Require(attribute.Name, origin, diagnostics);
            if (declaration.Use is not null)
            {
                diagnostics.Add(VpcDiagnostics.Incomplete(attribute.Name, "Use", [], origin));
            }
        }

        return value is null ? null : value with { Origin = origin };
    }

    private NetworkOffer? OfferOf(Declaration declaration) => declaration.Bound switch
    {
        VpcPlan plan => NetworkOf(plan, declaration).Offer,
        ExistingVpc existing => existing.Offer,
        _ => null,
    };

    private VpcNetwork NetworkOf(VpcPlan plan, Declaration declaration) => new(plan, new VpcParts(Home.OfKey(Key), declaration.Origin));
}
