using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>The properties of a new cluster.</summary>
internal static class ClusterProperties
{
    public const string Configuration = "Configuration";

    public const string ExecuteCommand = "ExecuteCommandConfiguration";

    public const string Settings = "ClusterSettings";

    public const string ContainerInsights = "containerInsights";

    /// <summary>What the user says of providers stands as a whole: a strategy without its providers is his to complete.</summary>
    public static CfnMap WithDefaults(CfnMap properties, Location origin)
    {
        var cfn = new Cfn(origin);
        return properties["CapacityProviders"] is not null || properties["DefaultCapacityProviderStrategy"] is not null ? properties : properties
            .With("CapacityProviders", cfn.Strings(Strategies.FargateProviders))
            .With("DefaultCapacityProviderStrategy", cfn.List(
                cfn.Map(("CapacityProvider", cfn.String("FARGATE_SPOT")), ("Weight", cfn.Number(4)), ("Base", cfn.Number(1))),
                cfn.Map(("CapacityProvider", cfn.String("FARGATE")), ("Weight", cfn.Number(1)))));
    }

    /// <summary>Whether the user says himself what is logged of <c>execute-command</c>.</summary>
    public static CfnMap? OwnExecuteCommand(CfnMap properties) => (properties[Configuration] as CfnMap)?[ExecuteCommand] as CfnMap;

    /// <summary>Whether the user says himself what Container Insights collects.</summary>
    public static bool SetsInsights(CfnMap properties) => properties[Settings] is CfnList settings
        && settings.Items.OfType<CfnMap>().Any(setting => setting["Name"] is CfnString { Value: ContainerInsights });

    public static CfnMap WithMacros(NewCluster cluster, CfnMap? executeCommand)
    {
        var properties = cluster.Properties["DefaultCapacityProviderStrategy"] is CfnList strategy
            ? cluster.Properties.With("DefaultCapacityProviderStrategy", Strategies.WithOneBase(strategy))
            : cluster.Properties;
        if (executeCommand is not null && (properties[Configuration] ?? new CfnMap([], executeCommand.Origin)) is CfnMap configuration)
        {
            properties = properties.With(Configuration, configuration.With(ExecuteCommand, executeCommand));
        }

        if (cluster.Macros.ContainerInsights is not { } insights || SetsInsights(properties) || properties[Settings] is not (null or CfnList))
        {
            return properties;
        }

        var cfn = new Cfn(insights.Origin);
        var setting = cfn.Map(("Name", cfn.String(ContainerInsights)), ("Value", cfn.String(insights.Value)));
        return properties.With(Settings, properties[Settings] is CfnList others ? others with { Items = [.. others.Items, setting] } : cfn.List(setting));
    }

    /// <summary>What ECS refuses and its published schema does not say.</summary>
    public static void Check(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties["CapacityProviders"] is CfnList providers)
        {
            foreach (var name in providers.Items.OfType<CfnString>().Where(name => Strategies.IsMisspeltFargate(name.Value)))
            {
                diagnostics.Add(ClusterDiagnostics.UnknownProvider(name.Value, Strategies.FargateProviders, name.Origin));
            }
        }

        if (properties["DefaultCapacityProviderStrategy"] is not CfnList strategy)
        {
            return;
        }

        if (properties["CapacityProviders"] is null)
        {
            diagnostics.Add(ClusterDiagnostics.NoProviders(strategy.Origin));
        }
        else if (Strategies.Names(properties["CapacityProviders"]) is { } known)
        {
            foreach (var name in strategy.Items.OfType<CfnMap>().Select(item => item["CapacityProvider"]).OfType<CfnString>().Where(name => !known.Contains(name.Value, System.StringComparer.Ordinal)))
            {
                diagnostics.Add(ClusterDiagnostics.UnknownProvider(name.Value, known, name.Origin));
            }
        }

        foreach (var second in Strategies.Bases(strategy).Skip(1))
        {
            diagnostics.Add(ClusterDiagnostics.SecondBase(second.Origin));
        }
    }
}
