using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>A security group that all nodes share and in which everything is open, for trouble-shooting.</summary>
internal static class MeshGroup
{
    private static string Id => LogicalId.From("appmesh", "cluster", "wide", "group");

    public static Synthesized Of(Surroundings surroundings, Location origin, DiagnosticBag diagnostics)
    {
        diagnostics.Add(MeshMoveDiagnostics.EverythingOpen(origin));
        var cfn = new Cfn(origin);
        return Synthesized.Of(
            new(Id, "AWS::EC2::SecurityGroup", cfn.Map(
                ("GroupDescription", cfn.String("All nodes of the mesh, to find trouble")),
                ("VpcId", surroundings.Network?.VpcId)), MeshEdges.Home, origin),
            new(Id + "Ingress", "AWS::EC2::SecurityGroupIngress", cfn.Map(
                ("Description", cfn.String("Everything between the nodes of the mesh")),
                ("GroupId", cfn.GetAtt(Id, "GroupId")),
                ("SourceSecurityGroupId", cfn.GetAtt(Id, "GroupId")),
                ("IpProtocol", cfn.String("-1"))), MeshEdges.Home, origin));
    }

    public static Contribution Join(Family family, Location origin) => new JoinSecurityGroup(family, new Cfn(origin).GetAtt(Id, "GroupId"), origin);
}
