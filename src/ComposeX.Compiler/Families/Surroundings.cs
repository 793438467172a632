using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Where the application's tasks run: a network and a cluster, whichever declarations offer them.</summary>
internal sealed record Surroundings(NetworkOffer Network, ClusterOffer Cluster, string ProjectName)
{
    /// <summary>The subnets that tasks run in unless they say otherwise.</summary>
    public CfnValue Subnets => Network.Tiers.First(tier => tier.Name == SubnetTier.App).SubnetIds;

    public static Surroundings? Of(Application application, DiagnosticBag diagnostics)
    {
        var offers = application.Declarations.SelectMany(declaration => declaration.Module.Offers(declaration)).ToList();
        if (offers.OfType<NetworkOffer>().FirstOrDefault() is not { } network)
        {
            diagnostics.Add(ModelDiagnostics.NoNetwork(application.Families[0].Origin));
            return null;
        }

        return new(network, offers.OfType<ClusterOffer>().First(), application.Project.Name);
    }
}
