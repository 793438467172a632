using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>
/// SEAM 1: a top-level x-key. A module is a handful of facts and pure functions of one declaration and its surroundings; it never
/// changes another module's resource. The compiler finds modules by themselves: adding one is adding a folder.
/// </summary>
public abstract class Module
{
    // CloudFormation has no such policy for replacing, where nothing fails to be created.
    private const string KeepData = "RetainExceptOnCreate";

    /// <summary>The top-level key: <c>x-sqs</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Other top-level keys that are read as this one: <c>x-aws-cluster</c>.</summary>
    public virtual IReadOnlyList<string> OtherKeys => [];

    /// <summary>The CloudFormation type of one entry: <c>AWS::SQS::Queue</c>.</summary>
    public abstract string Type { get; }

    /// <summary>What others may refer to; the first is what a service gets as its default environment variable.</summary>
    public virtual IReadOnlyList<ModuleAttribute> Attributes => [];

    /// <summary>What a service gets as its default environment variable, and under each of <c>Settings.EnvNames</c>; null where the module hands over something better itself.</summary>
    public virtual ModuleAttribute? DefaultVariable => Attributes.Count > 0 ? Attributes[0] : null;

    /// <summary>The access sets that <c>Services.&lt;name&gt;.Access</c> may name.</summary>
    public virtual IReadOnlyList<AccessSet> Access => [];

    /// <summary>The sets that one word after <c>Access</c> means. Where sets have dimensions, one word may stand for several.</summary>
    public virtual IReadOnlyList<AccessSet> AccessOf(string name) =>
        [.. Access.Where(set => set.Dimension is null && string.Equals(set.Name, name, StringComparison.Ordinal))];

    /// <summary>Keys of an entry of <c>Services</c> beside <c>Access</c>, <c>ReturnValues</c> and <c>Scaling</c> that the module reads itself, as <see cref="ServiceUse.Extra"/>.</summary>
    public virtual IReadOnlyList<string> UseKeys => [];

    /// <summary>How an existing resource is found on AWS and read into the lock; null when a <c>Lookup</c> is not possible, or is made of parts (<see cref="QueriesOf"/>).</summary>
    public virtual LookupSource? LookupBy => null;

    /// <summary>What is asked of AWS for a declaration's <c>Lookup</c>: one thing by default, several where the look-up has parts.</summary>
    public virtual IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) =>
        declaration.Lookup is YamlMapping lookup && LookupBy is { } source ? [new(source, lookup)] : [];

    /// <summary>All that is to be looked up for a declaration: its own <c>Lookup</c>, and those inside it.</summary>
    public virtual IReadOnlyList<LookupRequest> LookupsOf(Declaration declaration) =>
        declaration.Lookup is { } lookup ? [new(Key, declaration.Name, lookup, QueriesOf(declaration))] : [];

    /// <summary>What a declaration gives to the application as a whole: a network, a cluster.</summary>
    public virtual IReadOnlyList<Offer> Offers(Declaration declaration) => [];

    /// <summary>The same of what a family's own keys declare that belong to this x-key: a service's predefined alarms, which notify a topic.</summary>
    public virtual IReadOnlyList<Offer> OffersOf(Family family) => [];

    /// <summary>
    /// Keys of a declaration that the module reads itself, as <see cref="Declaration.Extra"/>: <c>Listeners</c>. With <c>Services</c>
    /// among them, its entries are no uses of the resource.
    /// </summary>
    public virtual IReadOnlyList<string> ExtraKeys => [];

    /// <summary>Whether a resource of another project can be taken by what its stack exports: where names and ARNs are all that users need.</summary>
    public virtual bool TakesImports => true;

    /// <summary>Whether a new resource needs a VPC: then one is declared by default even when there is no service.</summary>
    public virtual bool NeedsNetwork => false;

    /// <summary>Whether one declaration needs a VPC, of a module that has some that do.</summary>
    public virtual bool NeedsNetworkFor(Declaration declaration) => NeedsNetwork;

    /// <summary>Reads <c>MacroParameters</c> and <c>Settings</c> into the module's own record and reports what is wrong in them; kept as <see cref="Declaration.Bound"/>.</summary>
    public virtual object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        MappingReader.Of(declaration.MacroParameters, diagnostics).RejectOthers($"{Key} knows no MacroParameters");
        MappingReader.Of(declaration.Settings, diagnostics).RejectOthers($"{Key} knows no Settings");
        return null;
    }

    /// <summary>A declaration's resources and what it asks of families. By default one resource with its <c>Properties</c> as they stand.</summary>
    public virtual Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics) =>
        declaration.IsNew ? Synthesized.Of(MainResource(declaration, PropertiesOf(declaration))) : new Synthesized();

    /// <summary>An attribute of the declared resource as a value: of a new one a reference, of an existing one what is known; null, and a finding, when it is not.</summary>
    public virtual CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { Found: { } found } => found.Require(attribute.Name, origin, diagnostics),
        { Import: not null } => Imports.AttributeOf(declaration, attribute, origin),
        { Use: { } use } when attribute == Attributes[0] && CfnValueReader.Read(use) is CfnFunction value => value,
        { Use: YamlScalar { Tag: null } existing } => new CfnString(existing.Text, existing.Location),
        { IsNew: true } => new CfnResourceReference(declaration.LogicalId(), attribute.GetAtt, origin),
        _ => null,
    };

    /// <summary>What becomes of the resource's data when it leaves the template and nobody said: <c>Snapshot</c> where AWS can make one. Null keeps what holds data.</summary>
    protected virtual string? DefaultDeletionPolicy => null;

    /// <summary>The resource that the declaration is about, of <see cref="Type"/>.</summary>
    protected SynthesizedResource MainResource(Declaration declaration, CfnMap properties) => MainResource(declaration, Type, properties);

    /// <summary>The resource that the declaration is about, where its type depends on the declaration.</summary>
    protected SynthesizedResource MainResource(Declaration declaration, string type, CfnMap properties)
    {
        var policy = DeletionPolicyOf(declaration, type);
        return new(declaration.LogicalId(), type, properties, Home.OfKey(Key), declaration.Origin)
        {
            DeletionPolicy = policy,
            UpdateReplacePolicy = policy == KeepData ? "Retain" : policy,
        };
    }

    /// <summary>What becomes of a resource's data when it leaves the template: as the user says, else what holds data is kept.</summary>
    protected string? DeletionPolicyOf(Declaration declaration, string type) =>
        declaration.DeletionPolicy?.Value ?? DefaultDeletionPolicy ?? (SchemaCatalogue.Default.Find(type) is { IsStateful: true } ? KeepData : null);

    /// <summary>The declaration's <c>Properties</c> as CloudFormation values, references to other declarations understood.</summary>
    protected CfnMap PropertiesOf(Declaration declaration) => PropertiesOf(declaration, Type);

    /// <summary>The same for another type than <see cref="Type"/>.</summary>
    protected static CfnMap PropertiesOf(Declaration declaration, string type) => PropertiesReader.Read(declaration.Properties, type, declaration.Origin);
}

/// <summary>
/// A module whose key declares one thing that the whole application stands on (<c>x-vpc</c>, <c>x-cluster</c>).
/// When the compose file has services and does not have the key, the defaults are declared for it.
/// </summary>
public abstract class EnvironmentModule : Module
{
    /// <summary>Whether it is the network, which resources need too when there is no service.</summary>
    public virtual bool IsNetwork => false;

    /// <summary>Whether it is declared by default when the compose file does not have the key; a mesh is made only for who asks for one.</summary>
    public virtual bool IsDeclaredByDefault => true;
}
