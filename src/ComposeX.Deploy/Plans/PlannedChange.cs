using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Plans;

/// <summary>What becomes of one resource.</summary>
/// <param name="Stack">The nested stack's name, empty for the root.</param>
/// <param name="Origin">The YAML that asks for the resource; null when none does any more.</param>
internal sealed record PlannedChange(string Stack, string LogicalId, string Type, ChangeKind Kind, Location? Origin)
{
    public IReadOnlyList<PlannedProperty> Properties { get; init; } = [];

    /// <summary>What becomes of the old resource, as its deletion policies say: <c>Delete</c>, <c>Retain</c>, <c>Snapshot</c>, <c>ReplaceAndDelete</c> …</summary>
    public string? PolicyAction { get; init; }

    /// <summary>What the resource is called in AWS; null when it is new.</summary>
    public string? PhysicalId { get; init; }

    /// <summary><c>Stack/LogicalId</c>, or the logical id alone in the root.</summary>
    public string Name => Stack.Length == 0 ? LogicalId : LogicalId.Length == 0 ? Stack : Stack + "/" + LogicalId;

    /// <summary>What those who use the resource notice; null when nothing.</summary>
    public Interruption? Interruption => Interruptions.Of(this);

    /// <summary>Whether data goes with the old resource.</summary>
    public bool LosesData => Kind is ChangeKind.Remove or ChangeKind.Replace or ChangeKind.MayReplace && !IsKept && StatefulTypes.Contains(Type);

    private bool IsKept => PolicyAction is "Retain" or "Snapshot" or "ReplaceAndRetain" or "ReplaceAndSnapshot";
}
