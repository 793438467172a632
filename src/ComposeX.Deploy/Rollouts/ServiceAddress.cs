using System;

namespace ComposeX.Deploy.Rollouts;

/// <summary>Where ECS keeps a service: its cluster and its name there.</summary>
internal sealed record ServiceAddress(string Cluster, string Service)
{
    public const string ServiceType = "AWS::ECS::Service";

    /// <summary>The address in <c>arn:aws:ecs:eu-west-1:123456789012:service/cluster/name</c>; null when it says no cluster.</summary>
    public static ServiceAddress? Parse(string? arn) =>
        arn?.Split(":service/", 2, StringSplitOptions.None) is [_, var path] && path.Split('/') is [{ Length: > 0 } cluster, { Length: > 0 } service]
            ? new(cluster, service)
            : null;
}
