using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>
/// SEAM 2: keys of a service. All that is known about <c>x-scaling</c>, or about the logging of a service. The compiler finds these
/// rooms by themselves and asks each once for every family, whether or not its keys are there.
/// </summary>
public abstract class ServiceModule
{
    /// <summary>The x-keys of a service that it reads, older spellings behind today's: <c>["x-xray", "x-ray"]</c>.</summary>
    public virtual IReadOnlyList<string> Keys => [];

    /// <summary>The attributes of a service that it carries over to ECS, as Compose spells them: <c>logging</c>, <c>deploy.placement</c>.</summary>
    public virtual IReadOnlyList<string> Attributes => [];

    /// <summary>All that is to be looked up for keys of this room, wherever in the project they stand.</summary>
    public virtual IReadOnlyList<LookupRequest> LookupsOf(ComposeProject project) => [];

    /// <summary>What the keys of the family's services ask for: resources of their own, and contributions to the family. A pure function.</summary>
    public abstract Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics);

    /// <summary>The same of every family. A room in which families concern each other can look at them all at once here.</summary>
    public virtual Synthesized SynthesizeAll(Surroundings surroundings, DiagnosticBag diagnostics) =>
        Synthesized.Join(surroundings.Families.Select(family => Synthesize(family, surroundings, diagnostics)));
}
