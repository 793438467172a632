using System;

namespace ComposeX.Deploy.Registries;

/// <summary>Something that may be otherwise in a moment.</summary>
/// <param name="after">How long the registry asks us to wait; null when it does not say.</param>
internal sealed class TransientFault(string reason, TimeSpan? after = null, Exception? inner = null) : Exception(reason, inner)
{
    public TimeSpan? After { get; } = after;
}
