using System;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Whether a family that runs on EC2 instances has any: from this file, or from whoever owns the cluster.</summary>
internal static class Hosts
{
    public static void Check(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (surroundings.Offers<CapacityOffer>().Any(pair => pair.Offer.Platform == ComputePlatform.Ec2) || surroundings.Cluster is not { } cluster || HasOthers(cluster))
        {
            return;
        }

        var origin = family.Services.Select(service => service.DeployLabel(DeployLabels.ComputePlatform)).FirstOrDefault(label => label is not null)?.ValueOrigin ?? family.Origin;
        diagnostics.Add(cluster.TakesProviders ? Ec2Diagnostics.NobodyLaunches(family.Name, origin) : Ec2Diagnostics.MustExist(family.Name, origin));
    }

    private static bool HasOthers(ClusterOffer cluster) =>
        (cluster.CapacityProviders ?? []).Any(provider => !provider.StartsWith("FARGATE", StringComparison.Ordinal));
}
