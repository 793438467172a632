using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Service Connect for a family of which the compose file says no more than who reaches whom.</summary>
internal static class DefaultDiscovery
{
    /// <summary>The namespace's logical id.</summary>
    public const string NamespaceId = "ServiceConnectNamespace";

    public static Synthesized Synthesize(Family family, Surroundings surroundings, Discovery discovery)
    {
        if (discovery.OriginOf(family) is not { } origin)
        {
            return new Synthesized();
        }

        var cfn = new Cfn(origin);
        var published = discovery.Names.Of(family).Select(publication => Service(publication, discovery.Mesh?.Names.TlsOf(family, publication.Port.Number))).ToList();
        var configuration = ConnectConfiguration.Of(family, discovery.Mesh?.Namespace.Arn(cfn) ?? cfn.GetAtt(NamespaceId, "Arn"), published, cfn);
        var first = surroundings.Families.First(other => discovery.Has(other) && NetworkKey.ConnectOf(other).Count == 0);
        return new()
        {
            Resources = first == family && discovery.Mesh?.Namespace.Cloudmap is null ? [Namespace(cfn)] : [],
            Contributions = [new SetOnService(family, ConnectConfiguration.Property, configuration, cfn.Origin)],
        };
    }

    // The whole application shares it, so that any two of its services can find each other.
    private static SynthesizedResource Namespace(Cfn cfn) => new(NamespaceId, "AWS::ServiceDiscovery::HttpNamespace", cfn.Map(
        ("Name", cfn.RootStackName()),
        ("Description", cfn.String("The names by which the services of the application find each other"))), Home.Root, cfn.Origin);

    private static CfnMap Service(Publication publication, CfnValue? tls)
    {
        var cfn = new Cfn(publication.Port.Origin);
        return cfn.Map(
            ("PortName", cfn.String(publication.Port.Name)),
            ("DiscoveryName", cfn.String(publication.DiscoveryName)),
            ("ClientAliases", cfn.List(cfn.Map(("DnsName", cfn.String(publication.DnsName)), ("Port", cfn.Number(publication.Port.Number))))),
            ("Tls", tls));
    }
}
