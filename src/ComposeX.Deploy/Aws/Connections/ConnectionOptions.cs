using System;

namespace ComposeX.Deploy.Aws.Connections;

/// <summary>What a request says about the way to AWS; what it leaves out, the SDK's own chains decide.</summary>
internal sealed record ConnectionOptions
{
    public string? Region { get; init; }

    public string? Profile { get; init; }

    public string? EndpointUrl { get; init; }

    /// <summary>After how long without an answer a call is made again.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
