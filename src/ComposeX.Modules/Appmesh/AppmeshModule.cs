using System.Collections.Generic;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary><c>x-appmesh</c>: a mesh of the application's services. Read here for whichever provider makes it; made here for AWS App Mesh.</summary>
public sealed class AppmeshModule : EnvironmentModule
{
    public override string Key => MeshChoice.Key;

    public override string Type => "AWS::AppMesh::Mesh";

    public override bool IsDeclaredByDefault => false;

    public override bool TakesImports => false;

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
        declaration.Bound is MeshPlan plan ? [new MeshOffer(plan, MeshChoice.Of(declaration))] : [];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics) => new MeshReader(declaration, diagnostics).Read();

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) => new();
}
