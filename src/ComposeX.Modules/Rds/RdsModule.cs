using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary><c>x-rds</c>: relational databases, Aurora clusters or instances as their engine says, and how services get to them.</summary>
public sealed class RdsModule : Module
{
    private const string DeleteOnly = "Delete";

    public override string Key => "x-rds";

    public override string Type => DatabasePlan.InstanceType;

    public override IReadOnlyList<ModuleAttribute> Attributes => RdsAttributes.All;

    public override ModuleAttribute? DefaultVariable => null;

    public override IReadOnlyList<AccessSet> Access => RdsAccess.Sets;

    public override IReadOnlyList<string> UseKeys => ServiceKeyNames.All;

    public override bool NeedsNetwork => true;

    public override bool TakesImports => false;

    protected override string? DefaultDeletionPolicy => "Snapshot";

    public override IReadOnlyList<AccessSet> AccessOf(string name) => RdsAccess.Of(name);

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => declaration.Lookup is YamlMapping lookup ? ExistingDatabase.Queries(lookup) : [];

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
    [
        new EndpointOffer(new DeclarationReference(Key, declaration.Name, RdsAttributes.Address, declaration.Origin))
        {
            Port = new DeclarationReference(Key, declaration.Name, RdsAttributes.Port, declaration.Origin),
            SecurityGroupId = new DeclarationReference(Key, declaration.Name, RdsAttributes.GroupId, declaration.Origin),
        },
    ];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        var subnets = settings.Text("Subnets");
        var mappings = SecretMapping.Read(settings.Node(ServiceKeyNames.SecretsMappings), declaration.Name, diagnostics);
        settings.RejectOthers("Settings of x-rds");
        return new RdsBinding(declaration.IsNew ? Plan(declaration, subnets, diagnostics) : Existing(declaration, diagnostics), mappings);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not RdsBinding binding || DatabaseView.Of(declaration) is not { } database)
        {
            return new Synthesized();
        }

        var resources = binding.Plan is { } plan
            ? DatabaseResources.Of(plan, declaration, (type, properties) => Main(plan, declaration, type, properties), surroundings, diagnostics)
            : new NetworkResource(declaration, null).Ingress(
                database.Attribute(RdsAttributes.GroupId, declaration.Origin), database.Attribute(RdsAttributes.Port, declaration.Origin), surroundings, diagnostics);
        var exposed = new Exposure(database, binding.Mappings, diagnostics).Of(surroundings.LinksTo(declaration));
        if (binding.Plan is { Credentials: { Kind: CredentialKind.Managed, IsChosen: false } } && exposed.Contributions.OfType<AddSecret>().FirstOrDefault() is { } handed)
        {
            diagnostics.Add(RdsDiagnostics.PasswordChanges(declaration.Name, handed.Family.Name, declaration.Origin));
        }

        return Synthesized.Join([resources, exposed]);
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { Bound: RdsBinding { Plan: { } plan } } => AttributeValues.OfNew(plan, declaration, attribute, origin, diagnostics),
        { Found: { } found } => AttributeValues.OfFound(found, attribute, origin, diagnostics),
        _ => null,
    };

    // A replica has no snapshot of its own to leave behind.
    private SynthesizedResource Main(DatabasePlan plan, Declaration declaration, string type, CfnMap properties)
    {
        var main = MainResource(declaration, type, properties);
        return plan is { Source: DatabaseSource.Replica, IsCluster: false } && declaration.DeletionPolicy is null
            ? main with { DeletionPolicy = DeleteOnly, UpdateReplacePolicy = DeleteOnly }
            : main;
    }

    private static DatabasePlan? Plan(Declaration declaration, Compose.Projects.Located<string>? subnets, DiagnosticBag diagnostics)
    {
        var plan = new PlanReader(declaration, diagnostics).Read(subnets);
        if (plan is not null)
        {
            RdsChecks.Check(plan, diagnostics);
        }

        return plan;
    }

    private static DatabasePlan? Existing(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.Use is { } use)
        {
            diagnostics.Add(RdsDiagnostics.NoUse(use.Location));
        }
        else
        {
            ExistingDatabase.Check(declaration, diagnostics);
        }

        foreach (var ignored in new[] { declaration.Properties, declaration.MacroParameters }.OfType<YamlMapping>())
        {
            diagnostics.Add(RdsDiagnostics.ExistsAlready(declaration.Name, ignored.Location));
        }

        return null;
    }
}
