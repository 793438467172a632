namespace ComposeX.Deploy.Plans;

/// <summary>What those who use a resource notice of a change.</summary>
/// <param name="Kind">For programs.</param>
/// <param name="Text">For people.</param>
internal sealed record Interruption(InterruptionKind Kind, string Text);

/// <summary>How those who use a resource are interrupted.</summary>
internal enum InterruptionKind
{
    /// <summary>One after the other is exchanged; as a whole it goes on answering.</summary>
    Rolls,

    /// <summary>It is away for a moment.</summary>
    Restarts,

    /// <summary>Another one takes its place.</summary>
    Replaced,

    /// <summary>It is gone.</summary>
    Stops,

    /// <summary>CloudFormation finds out while it is at it.</summary>
    Perhaps,
}
