using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Families;

/// <summary>A family, where it runs, and all that was asked of it.</summary>
/// <param name="EdgesFrom">The ways that lead from this family to others.</param>
/// <param name="Resources">What rooms put beside the family's service.</param>
internal sealed record FamilyRequest(
    Family Family,
    NetworkOffer Network,
    ClusterOffer Cluster,
    string ProjectName,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<OpenIngress> EdgesFrom,
    IReadOnlyList<SynthesizedResource> Resources)
{
    /// <summary>Whether an ECS service keeps the family's tasks running.</summary>
    public bool HasService { get; init; } = true;

    /// <summary>What was asked of one kind, in the order of asking.</summary>
    public IEnumerable<T> Asked<T>()
        where T : Contribution => Contributions.OfType<T>();
}
