using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary><c>x-appmesh</c>: a mesh of the application's services. Read here for whichever provider makes it; made here for AWS App Mesh.</summary>
public sealed class AppmeshModule : EnvironmentModule
{
    private const string MeshName = "MeshName";
    private const string MeshOwner = "MeshOwner";

    private static readonly LookupSource Source = new(
        "appmesh:mesh", "AWS::AppMesh::Mesh", LookupSources.Arn("appmesh", "mesh/(?<id>[A-Za-z0-9_-]+)"), "${id}", [new(MeshName, "${id}"), new(MeshOwner, "${account}")]);

    public override string Key => MeshChoice.Key;

    public override string Type => Source.Type;

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new(MeshName, MeshName), new("Arn", "Arn") { Export = "MeshArn" }];

    public override bool IsDeclaredByDefault => false;

    public override bool TakesImports => false;

    // A mesh is looked up by its name, for AWS its identifier.
    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => declaration.Lookup is YamlMapping lookup
        ? [new(Source, lookup with { Entries = [.. lookup.Entries.Where(entry => entry.Name != MeshOwner).Select(entry => entry.Name == MeshName ? entry with { Key = entry.Key with { Text = "Identifier" } } : entry)] })]
        : [];

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
        declaration.Bound is MeshPlan plan ? [new MeshOffer(plan, MeshChoice.Of(declaration))] : [];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics) => new MeshReader(declaration, diagnostics).Read();

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not MeshPlan plan)
        {
            return new();
        }

        var topology = MeshTopology.Of(plan, surroundings);
        new MeshChecks(plan, topology, surroundings, diagnostics).Check();
        if (MeshChoice.Of(declaration) != MeshProvider.AppMesh)
        {
            return new();
        }

        diagnostics.Add(AppmeshDiagnostics.EndOfLife(declaration.Origin));
        var isNew = IsMade(declaration, plan);
        var mesh = isNew ? Mesh(declaration, plan) : null;
        Ways.ReportSamePorts(topology, diagnostics);
        if (isNew)
        {
            Ways.ReportDropped(plan, topology, surroundings, diagnostics);
        }

        return Names(declaration, plan, diagnostics) is { } names ? new MeshSynthesis(plan, topology, surroundings, diagnostics).Of(names, mesh) : new();
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { Bound: MeshPlan plan } when IsMade(declaration, plan) => new Cfn(origin).GetAtt(MeshNames.MeshId, attribute.Name),
        { Found: { } found } when attribute.Name == MeshName => found.Require(MeshName, origin, diagnostics),
        { Bound: MeshPlan { Name: { } name } } when attribute.Name == MeshName => new CfnString(name.Value, name.Origin),
        _ => null,
    };

    // A mesh of another account exists there.
    private static bool IsMade(Declaration declaration, MeshPlan plan) => declaration.IsNew && plan.Owner is null;

    private static MeshNames? Names(Declaration declaration, MeshPlan plan, DiagnosticBag diagnostics)
    {
        if (IsMade(declaration, plan))
        {
            return new(new Cfn(declaration.Origin).GetAtt(MeshNames.MeshId, MeshName), null);
        }

        var owner = plan.Owner is { } account ? new CfnString(account.Value, account.Origin) : null;
        if (declaration.Lookup is { } lookup)
        {
            return declaration.Found?.Require(MeshName, lookup.Location, diagnostics) is { } found
                ? new(found, owner ?? (declaration.Found.Attributes.TryGetValue(MeshOwner, out var holder) ? holder : null))
                : null;
        }

        return plan.Name is { } name ? new(new CfnString(name.Value, name.Origin), owner) : new(new Cfn(declaration.Origin).RootStackName(), owner);
    }

    // DROP_ALL lets nodes reach each other along the drawing, and AWS's own APIs.
    private static SynthesizedResource Mesh(Declaration declaration, MeshPlan plan)
    {
        var own = declaration.Properties is { } written
            ? written with { Entries = [.. written.Entries.Where(entry => !MeshReader.OwnProperties.Contains(entry.Name, StringComparer.Ordinal))] }
            : null;
        var properties = PropertiesReader.Read(own, Source.Type, declaration.Origin);
        var cfn = new Cfn(plan.AllowsAllEgress?.Origin ?? declaration.Origin);
        var spec = properties["Spec"] as CfnMap ?? cfn.Map();
        var filter = spec["EgressFilter"] ?? cfn.Map(("Type", cfn.String(plan.AllowsAllEgress is { Value: true } ? "ALLOW_ALL" : "DROP_ALL")));
        if (properties[MeshName] is null)
        {
            properties = cfn.Map([(MeshName, new Cfn(declaration.Origin).RootStackName()), .. properties.Members.Select(member => (member.Name, (CfnValue?)member.Value))]);
        }

        return MeshNames.Resource(MeshNames.MeshId, Source.Type, properties.With("Spec", spec.With("EgressFilter", filter)), declaration.Origin);
    }
}
