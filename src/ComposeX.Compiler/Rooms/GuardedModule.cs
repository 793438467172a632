using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Rooms;

/// <summary>Somebody else's module behind its <see cref="ModuleGuard"/>.</summary>
internal sealed class GuardedModule(ModuleGuard guard) : Module
{
    public override string Key => guard.Facts.Key;

    public override IReadOnlyList<string> OtherKeys => guard.Facts.OtherKeys;

    public override string Type => guard.Facts.Type;

    public override IReadOnlyList<ModuleAttribute> Attributes => guard.Facts.Attributes;

    public override ModuleAttribute? DefaultVariable => guard.Facts.DefaultVariable;

    public override IReadOnlyList<AccessSet> Access => guard.Facts.Access;

    public override IReadOnlyList<string> UseKeys => guard.Facts.UseKeys;

    public override LookupSource? LookupBy => guard.Facts.LookupBy;

    public override IReadOnlyList<string> ExtraKeys => guard.Facts.ExtraKeys;

    public override bool NeedsNetwork => guard.Facts.NeedsNetwork;

    public override bool NeedsNetworkFor(Declaration declaration) => guard.Try(declaration, () => guard.Inner.NeedsNetworkFor(declaration), false);

    public override bool TakesImports => guard.Facts.TakesImports;

    public override IReadOnlyList<AccessSet> AccessOf(string name) => guard.Try(() => guard.Inner.AccessOf(name), []);

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => guard.Try(declaration, () => guard.Inner.QueriesOf(declaration), []);

    public override IReadOnlyList<LookupRequest> LookupsOf(Declaration declaration) => guard.Try(declaration, () => Guard.Readable(guard.Inner.LookupsOf(declaration)), []);

    public override IReadOnlyList<Offer> OffersOf(Family family) => guard.Try(() => guard.Inner.OffersOf(family), []);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => guard.Try(declaration, () => guard.Inner.Offers(declaration), []);

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics) => guard.Try(declaration, () => guard.Inner.Bind(declaration, diagnostics), null);

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) =>
        guard.Try(declaration, () => guard.Inner.Synthesize(declaration, surroundings, diagnostics), new Synthesized());

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) =>
        guard.Try(declaration, () => guard.Inner.AttributeOf(declaration, attribute, origin, diagnostics), null);
}
