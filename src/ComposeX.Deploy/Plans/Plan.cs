using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Plans;

/// <summary>All that a deployment would do, over all its stacks.</summary>
internal sealed record Plan(string StackName, bool IsNew, IReadOnlyList<PlannedChange> Changes)
{
    /// <summary>Whether there is nothing to carry out. A plan may change no resource and yet outputs, tags or a parameter.</summary>
    public bool IsEmpty { get; init; }

    public int Count(params ChangeKind[] kinds) => Changes.Count(change => kinds.Contains(change.Kind));
}
