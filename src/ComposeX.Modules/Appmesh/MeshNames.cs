using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>
/// How the parts of a mesh are called. Nodes and routers carry the stack's name, so that several stacks can share a mesh. Only a node's
/// backends are texts and no references: nodes that reach each other would wait for each other.
/// </summary>
/// <param name="Mesh">The mesh's name.</param>
/// <param name="Owner">The account that it belongs to; null for one's own.</param>
internal sealed record MeshNames(CfnValue Mesh, CfnValue? Owner)
{
    public static Home Home { get; } = Home.OfKey(MeshChoice.Key);

    /// <summary>The logical id of the mesh itself.</summary>
    public static string MeshId => LogicalId.From("appmesh", "mesh");

    public static string Id(MeshEnd end) => LogicalId.From("appmesh", "node", end.Name);

    public static string Id(MeshRouter router) => LogicalId.From("appmesh", "router", router.Name.Value);

    public static string Id(MeshService service) => LogicalId.From("appmesh", "service", service.Name.Value);

    /// <summary>A name in the mesh that no other stack has.</summary>
    public static CfnFunction Of(string name, Location origin)
    {
        var cfn = new Cfn(origin);
        return cfn.Sub("${StackRoot}-" + new string([.. name.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '-')]), ("StackRoot", cfn.RootStackName()));
    }

    /// <summary>A resource in the mesh.</summary>
    public SynthesizedResource Part(string id, string type, Location origin, params (string Name, CfnValue? Value)[] properties) =>
        Resource(id, "AWS::AppMesh::" + type, new Cfn(origin).Map([("MeshName", Mesh), ("MeshOwner", Owner), .. properties]), origin);

    /// <summary>A resource of App Mesh. That the service has ended is said once, at the line that asks for it, so linters need not repeat it for each.</summary>
    public static SynthesizedResource Resource(string id, string type, CfnMap properties, Location origin)
    {
        var cfn = new Cfn(origin);
        return new(id, type, properties, Home, origin)
        {
            Metadata = cfn.Map(("cfn-lint", cfn.Map(("config", cfn.Map(("ignore_checks", cfn.Strings(["W3696"]))))))),
        };
    }
}
