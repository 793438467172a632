using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary><c>x-cluster</c>: the ECS cluster that all services run on. By default Fargate Spot first, Fargate behind it.</summary>
public sealed class ClusterModule : EnvironmentModule
{
    private const string LogicalId = "EcsCluster";

    public override string Key => "x-cluster";

    public override string Type => "AWS::ECS::Cluster";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("ClusterName", null), new("Arn", "Arn")];

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => [new ClusterOffer(Name(declaration))];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.Use is { } use and not YamlScalar)
        {
            diagnostics.Add(ClusterDiagnostics.NameExpected(use.Location));
        }

        return base.Bind(declaration, diagnostics);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) => declaration.IsNew
        ? Synthesized.Of(new SynthesizedResource(LogicalId, Type, WithDefaults(declaration), Home.Root, declaration.Origin))
        : new Synthesized();

    private static CfnValue Name(Declaration declaration)
    {
        var cfn = new Cfn(declaration.Origin);
        return declaration.Use is YamlScalar existing ? new CfnString(existing.Text, existing.Location) : cfn.Ref(LogicalId);
    }

    // What the user says of providers stands as a whole: a strategy without its providers is his to complete.
    private CfnMap WithDefaults(Declaration declaration)
    {
        var cfn = new Cfn(declaration.Origin);
        var properties = PropertiesOf(declaration);
        var defaults = cfn.Map(
            ("CapacityProviders", cfn.Strings(["FARGATE", "FARGATE_SPOT"])),
            ("DefaultCapacityProviderStrategy", cfn.List(
                cfn.Map(("CapacityProvider", cfn.String("FARGATE_SPOT")), ("Weight", cfn.Number(4)), ("Base", cfn.Number(1))),
                cfn.Map(("CapacityProvider", cfn.String("FARGATE")), ("Weight", cfn.Number(1))))));
        return properties["CapacityProviders"] is null && properties["DefaultCapacityProviderStrategy"] is null
            ? properties with { Members = [.. properties.Members.Concat(defaults.Members)] }
            : properties;
    }
}
