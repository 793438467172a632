using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;

namespace ComposeX.Modules.Elbv2;

/// <summary>A target group whose containers are found.</summary>
/// <param name="HealthCheck">The health check's properties.</param>
internal sealed record ResolvedGroup(TargetGroup Group, string Id, string Protocol, long Port, IReadOnlyList<ResolvedMember> Members, CfnMap HealthCheck)
{
    /// <summary>The group that the next version is put into; null when tasks are replaced in place.</summary>
    public string? AlternateId { get; init; }

    /// <summary>The port that is asked about health, where it is not the targets' own.</summary>
    public long? HealthPort => HealthCheck["HealthCheckPort"] is { } port ? AttributeText.Number(port) : null;
}

/// <summary>A container behind a target group.</summary>
internal sealed record ResolvedMember(Family Family, ComposeService Service, long Port, TargetMember Member);
