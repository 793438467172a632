using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Service Connect for a family of which the compose file says no more than who reaches whom.</summary>
internal static class DefaultDiscovery
{
    private const string NamespaceId = "ServiceConnectNamespace";

    public static Synthesized Synthesize(Family family, Surroundings surroundings, Discovery discovery)
    {
        if (!discovery.Has(family))
        {
            return new Synthesized();
        }

        var cfn = new Cfn(discovery.Reaches.First(reach => reach.From == family || reach.To == family).Origin);
        var published = discovery.Names.Of(family).Select(Service).ToList();
        var configuration = ConnectConfiguration.Of(family, cfn.GetAtt(NamespaceId, "Arn"), published, cfn);
        return new()
        {
            Resources = surroundings.Families.First(discovery.Has) == family ? [Namespace(cfn)] : [],
            Contributions = [new SetOnService(family, ConnectConfiguration.Property, configuration, cfn.Origin)],
        };
    }

    // The whole application shares it, so that any two of its services can find each other.
    private static SynthesizedResource Namespace(Cfn cfn) => new(NamespaceId, "AWS::ServiceDiscovery::HttpNamespace", cfn.Map(
        ("Name", cfn.RootStackName()),
        ("Description", cfn.String("The names by which the services of the application find each other"))), Home.Root, cfn.Origin);

    private static CfnMap Service(Publication publication)
    {
        var cfn = new Cfn(publication.Port.Origin);
        return cfn.Map(
            ("PortName", cfn.String(publication.Port.Name)),
            ("DiscoveryName", cfn.String(publication.DiscoveryName)),
            ("ClientAliases", cfn.List(cfn.Map(("DnsName", cfn.String(publication.DnsName)), ("Port", cfn.Number(publication.Port.Number))))));
    }
}
