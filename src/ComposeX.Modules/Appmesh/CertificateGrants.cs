using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>What a node's proxy needs for TLS with certificates of AWS: the certificate that it shows, and the authority that it trusts.</summary>
internal static class CertificateGrants
{
    public static IEnumerable<GrantStatement> Of(MeshEnd end, Family family)
    {
        foreach (var certificate in TextsAt(end.Node.Option("TLS")?.Value, "Certificate", "ACM", "CertificateArn"))
        {
            yield return new(family, "appmesh", "ShowCertificate", ["acm:ExportCertificate"], [certificate], certificate.Origin);
        }

        foreach (var authority in TextsAt(end.Node.Option("BackendDefaults")?.Value, "ClientPolicy", "TLS", "Validation", "Trust", "ACM", "CertificateAuthorityArns"))
        {
            yield return new(family, "appmesh", "TrustAuthority", ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificateAuthorityCertificate"], [authority], authority.Origin);
        }
    }

    private static IEnumerable<CfnValue> TextsAt(YamlNode? node, params string[] path)
    {
        node = path.Aggregate(node, (inner, key) => (inner as YamlMapping)?[key]);
        return ((node as YamlSequence)?.Items ?? [node!]).OfType<YamlScalar>().Select(text => PropertiesReader.ReadText(text.Text, text.Location));
    }
}
