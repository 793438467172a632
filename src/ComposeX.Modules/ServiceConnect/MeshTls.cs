using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>
/// TLS between nodes. Service Connect has certificates issued itself, by an AWS Private CA: the one that clients of the mesh trust, or the
/// one that issued the certificate of the listener.
/// </summary>
internal sealed class MeshTls(MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics)
{
    private const string ManagedPolicy = "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity";

    /// <summary>The <c>Tls</c> of what a family offers as a node; null when it is not encrypted.</summary>
    public CfnMap? Of(MeshEnd end)
    {
        if (end.Family is not { } family || Listener(end) is not { } tls)
        {
            return null;
        }

        var isStrict = Mode(tls) == "STRICT";
        if (Authority(end, tls) is not { } authority)
        {
            diagnostics.Add(isStrict ? MeshMoveDiagnostics.NoAuthority(end.Name, tls.Location) : MeshMoveDiagnostics.NotEncrypted(end.Name, tls.Location));
            return null;
        }

        if (!isStrict)
        {
            diagnostics.Add(MeshMoveDiagnostics.AlwaysEncrypted(end.Name, (tls["Mode"] ?? tls).Location));
        }

        if (tls.Entry("Certificate") is { } certificate)
        {
            diagnostics.Add(MeshMoveDiagnostics.CertificateIssued(certificate.Key.Location));
        }

        if (tls.Entry("Validation") is { } validation)
        {
            diagnostics.Add(MeshMoveDiagnostics.ClientsNotAsked(end.Name, validation.Key.Location));
        }

        var cfn = new Cfn(tls.Location);
        return cfn.Map(
            ("IssuerCertificateAuthority", cfn.Map(("AwsPcaAuthorityArn", authority))),
            ("RoleArn", cfn.GetAtt(RoleId(family), "Arn")));
    }

    /// <summary>The role with which ECS has certificates issued for a family and keeps their keys.</summary>
    public static SynthesizedResource Role(Family family, Location origin)
    {
        var cfn = new Cfn(origin);
        return new(RoleId(family), "AWS::IAM::Role", cfn.Map(
            ("Description", cfn.String($"What ECS may do for the certificates of {family.Name}")),
            ("AssumeRolePolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(cfn.Map(
                    ("Effect", cfn.String("Allow")),
                    ("Principal", cfn.Map(("Service", cfn.String("ecs.amazonaws.com")))),
                    ("Action", cfn.String("sts:AssumeRole"))))))),
            ("ManagedPolicyArns", cfn.List(cfn.Sub(ManagedPolicy)))), Home.IdentityOf(family), origin);
    }

    /// <summary>The authority whose certificates a node trusts in others, when its <c>BackendDefaults</c> name one.</summary>
    public static YamlScalar? TrustedBy(MeshNode node) =>
        (At(node.Option("BackendDefaults")?.Value, "ClientPolicy", "TLS", "Validation", "Trust", "ACM", "CertificateAuthorityArns") as YamlSequence)?.Items.OfType<YamlScalar>().FirstOrDefault();

    /// <summary>Whether the listener of any node is encrypted.</summary>
    public bool IsUsed() => topology.Ends.Any(end => Listener(end) is not null);

    private static YamlMapping? Listener(MeshEnd end) => end.Node.Option("TLS")?.Value is YamlMapping tls && Mode(tls) != "DISABLED" ? tls : null;

    private static string Mode(YamlMapping tls) => (tls["Mode"] as YamlScalar)?.Text.ToUpperInvariant() ?? "STRICT";

    private CfnValue? Authority(MeshEnd end, YamlMapping tls)
    {
        var clients = topology.Ends.OrderByDescending(client => topology.Edges.Any(edge => edge.From == client && edge.To == end));
        return clients.Select(client => TrustedBy(client.Node)).FirstOrDefault(trusted => trusted is not null) is { } arn
            ? PropertiesReader.ReadText(arn.Text, arn.Location)
            : Issuer(At(tls, "Certificate", "ACM", "CertificateArn") as YamlScalar);
    }

    // A certificate of x-acm that the authority issues.
    private CfnValue? Issuer(YamlScalar? certificate) =>
        certificate is not null && PropertiesReader.ReadReference(certificate.Text, certificate.Location) is { } reference
            && surroundings.FindDeclaration(reference.Key, reference.Name)?.Properties?["CertificateAuthorityArn"] is YamlScalar authority
            ? PropertiesReader.ReadText(authority.Text, authority.Location)
            : null;

    private static YamlNode? At(YamlNode? node, params string[] path) => path.Aggregate(node, (at, name) => (at as YamlMapping)?[name]);

    private static string RoleId(Family family) => family.Id("ServiceConnectTlsRole");
}
