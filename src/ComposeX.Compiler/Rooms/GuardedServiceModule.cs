using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Rooms;

/// <summary>Somebody else's room for keys of services: what it throws becomes a finding at its key.</summary>
/// <param name="findings">The findings of this compilation, for calls that are handed none.</param>
internal sealed class GuardedServiceModule(ServiceModule inner, ModuleAssembly assembly, DiagnosticBag findings) : ServiceModule
{
    public override IReadOnlyList<string> Keys { get; } = inner.Keys;

    public override IReadOnlyList<string> Attributes { get; } = inner.Attributes;

    // There is no family yet to be at fault.
    public override IReadOnlyList<LookupRequest> LookupsOf(ComposeProject project) => Guard.Try(
        () => Guard.Readable(inner.LookupsOf(project)), [], exception => findings.Add(RoomDiagnostics.Failed(Name, assembly.File, exception, assembly.Origin)));

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) =>
        Try(family, () => inner.Synthesize(family, surroundings, diagnostics), diagnostics);

    // Where the room asks family by family, so is it guarded.
    public override Synthesized SynthesizeAll(Surroundings surroundings, DiagnosticBag diagnostics) => AsksEachFamily
        ? base.SynthesizeAll(surroundings, diagnostics)
        : Try(surroundings.Families[0], () => inner.SynthesizeAll(surroundings, diagnostics), diagnostics);

    private string Name => Keys.Concat(Attributes).FirstOrDefault() ?? inner.GetType().Name;

    private bool AsksEachFamily => inner.GetType().GetMethod(nameof(SynthesizeAll))?.DeclaringType == typeof(ServiceModule);

    private Synthesized Try(Family family, Func<Synthesized> call, DiagnosticBag diagnostics) => Guard.Try(
        call, new Synthesized(), exception => diagnostics.Add(RoomDiagnostics.Failed(family.Name, assembly.File, exception, OriginOf(family))));

    private Location OriginOf(Family family) =>
        family.Services.Select(service => service.Key([.. Keys])).FirstOrDefault(key => key is not null)?.Key.Location ?? family.Origin;
}
