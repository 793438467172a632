using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>A cluster to create: its properties, defaults included, and what the macro parameters ask for.</summary>
internal sealed record NewCluster(CfnMap Properties, ClusterMacros Macros, Location Origin)
{
    public ClusterOffer Offer(CfnValue name) => new(name)
    {
        TakesProviders = true,
        CapacityProviders = Strategies.Names(Properties["CapacityProviders"]),
        DefaultProviders = Strategies.Providers(Properties["DefaultCapacityProviderStrategy"]),
        ExecLogging = ExecLoggingPlan.Offer(this),
    };
}
