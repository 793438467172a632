using System;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Model.Families;

/// <summary>How ECS brings a new version of a family into service: <c>x-ecs: {Deployment: {Strategy: …}}</c> of one of its services.</summary>
public static class DeploymentStrategy
{
    /// <summary>The strategy that replaces tasks in place, which needs nothing of a load balancer.</summary>
    public const string Rolling = "ROLLING";

    /// <summary>The strategy as CloudFormation spells it, <c>ROLLING</c> when none is given.</summary>
    public static string Of(Family family) => family.Services
        .SelectMany(service => service.Extensions)
        .Where(extension => string.Equals(extension.Name, "x-ecs", StringComparison.Ordinal))
        .Select(extension => ((extension.Value as YamlMapping)?["Deployment"] as YamlMapping)?["Strategy"])
        .OfType<YamlScalar>()
        .Select(strategy => strategy.Text.ToUpperInvariant())
        .FirstOrDefault() ?? Rolling;
}
