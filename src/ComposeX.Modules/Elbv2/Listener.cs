using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>A port of the load balancer and where its requests go.</summary>
/// <param name="Protocol">What it speaks in the end: HTTP with a certificate is HTTPS.</param>
internal sealed record Listener(Located<long> Port, string Protocol, Location Origin)
{
    public IReadOnlyList<CfnValue> Certificates { get; init; } = [];

    /// <summary>Properties of the listener that are taken as they stand, such as <c>SslPolicy</c>.</summary>
    public CfnMap Properties { get; init; } = new([], Origin);

    /// <summary>What happens to requests that no rule is for; empty when it follows from the targets.</summary>
    public IReadOnlyList<CfnValue> DefaultActions { get; init; } = [];

    public IReadOnlyList<Target> Targets { get; init; } = [];

    public bool IsEncrypted => Protocol is "HTTPS" or "TLS";
}

/// <summary>Where a listener sends requests, and which.</summary>
/// <param name="Name">A key of <c>Services</c> or <c>TargetGroups</c>.</param>
internal sealed record Target(Located<string> Name, Location Origin)
{
    /// <summary>Host, path or both, as written; null when conditions say it, or nothing does.</summary>
    public Located<string>? Access { get; init; }

    /// <summary>Which requests: the conditions of a rule; null for all.</summary>
    public CfnList? Conditions { get; init; }

    public Located<long>? Priority { get; init; }

    public Located<long>? Weight { get; init; }

    public Authentication? Authentication { get; init; }
}
