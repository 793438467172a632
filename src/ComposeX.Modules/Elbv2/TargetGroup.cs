using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;

namespace ComposeX.Modules.Elbv2;

/// <summary>Containers that requests are spread over, as declared.</summary>
/// <param name="Key">What targets call it: <c>family:service:port</c>, or its name under <c>TargetGroups</c>.</param>
/// <param name="Members">One for an entry of <c>Services</c>, any number under <c>TargetGroups</c>.</param>
internal sealed record TargetGroup(Located<string> Key, IReadOnlyList<TargetMember> Members)
{
    public Located<long>? Port { get; init; }

    public Located<string>? Protocol { get; init; }

    /// <summary>The health check's properties; null when it follows from the service.</summary>
    public CfnMap? HealthCheck { get; init; }

    public IReadOnlyList<CfnMember> Attributes { get; init; } = [];

    /// <summary>Properties of the target group that are taken as they stand: <c>ProtocolVersion</c>, <c>Tags</c>.</summary>
    public CfnMap Properties { get; init; } = new([], Key.Origin);

    /// <summary>Which requests it gets, where the entry itself says so: the short way.</summary>
    public Target? Target { get; init; }
}

/// <summary>A container by its names.</summary>
/// <param name="Text">As written.</param>
/// <param name="Family">A family, or a service that is in one family only.</param>
/// <param name="Service">The service in the family; null when it has only one with ports.</param>
internal sealed record TargetMember(Located<string> Text, string Family, string? Service, Located<long>? Port);
