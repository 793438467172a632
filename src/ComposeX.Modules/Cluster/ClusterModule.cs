using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary><c>x-cluster</c>: the ECS cluster that all services run on. By default Fargate Spot first, Fargate behind it.</summary>
public sealed class ClusterModule : EnvironmentModule
{
    private const string LogicalId = "EcsCluster";

    public override string Key => "x-cluster";

    public override IReadOnlyList<string> OtherKeys { get; } = ["x-aws-cluster"];

    public override string Type => "AWS::ECS::Cluster";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("ClusterName", null), new("Arn", "Arn")];

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => ExistingCluster.QueriesOf(declaration.Lookup);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound switch
    {
        ExistingCluster existing => [existing.Offer],
        NewCluster created => [created.Offer(new Cfn(declaration.Origin).Ref(LogicalId))],
        _ => [],
    };

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (!declaration.IsNew)
        {
            ExistingCluster.RejectOwn(declaration, diagnostics);
            return ExistingCluster.Read(declaration, diagnostics);
        }

        var macros = ClusterMacros.Read(declaration.MacroParameters, diagnostics);
        var properties = ClusterProperties.WithDefaults(PropertiesOf(declaration), declaration.Origin);
        ClusterProperties.Check(properties, diagnostics);
        macros.CheckBeside(properties, diagnostics);
        MappingReader.Of(declaration.Settings, diagnostics).RejectOthers($"{Key} knows no Settings");
        return new NewCluster(properties, macros, declaration.Origin);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var first = surroundings.Declarations.First(other => other.Module is ClusterModule);
        if (!ReferenceEquals(first, declaration))
        {
            diagnostics.Add(ClusterDiagnostics.DeclaredTwice(first.Origin, declaration.Origin));
        }

        if (declaration.Bound is not NewCluster cluster)
        {
            return new Synthesized();
        }

        var logging = ExecLoggingPlan.Of(cluster, surroundings.Families.FirstOrDefault(ExecuteCommand.IsEnabled)?.Origin);
        var properties = ClusterProperties.WithMacros(cluster, logging.Configuration);
        var providers = ClusterProviders.Of(cluster, properties, surroundings);
        return Synthesized.Of([new(LogicalId, Type, providers.Cluster, Home.Root, declaration.Origin), .. providers.Resources(LogicalId), .. logging.Resources]) with
        {
            Contributions = [.. providers.Contributions(surroundings)],
            Outputs = [.. Attributes.Select(attribute => new SynthesizedOutput(
                "Ecs" + (attribute.GetAtt is null ? attribute.Name : "Cluster" + attribute.Name),
                new CfnResourceReference(LogicalId, attribute.GetAtt, declaration.Origin),
                $"cluster::{attribute.Name}", Home.Root, declaration.Origin))],
        };
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { IsNew: true } => new CfnResourceReference(LogicalId, attribute.GetAtt, origin),
        { Bound: ExistingCluster { IsLookedUp: false } existing } => string.Equals(attribute.Name, "Arn", StringComparison.Ordinal) ? existing.Arn : existing.Name,
        _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
    };
}
