using System;
using System.IO;
using System.Threading;

namespace ComposeX.Deploy;

/// <summary>The world a run takes place in; tests have their own.</summary>
internal sealed record DeployHost(TextWriter Output)
{
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public CancellationToken Stop { get; init; }

    /// <summary>After how long without an answer a call is made again; null for the usual time.</summary>
    public TimeSpan? CallTimeout { get; init; }
}
