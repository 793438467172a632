using System.Collections.Generic;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;
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

    /// <summary>The access sets that <c>Services.&lt;name&gt;.Access</c> may name.</summary>
    public virtual IReadOnlyList<AccessSet> Access => [];

    /// <summary>What a declaration gives to the application as a whole: a network, a cluster.</summary>
    public virtual IReadOnlyList<Offer> Offers(Declaration declaration) => [];

    /// <summary>
    /// Keys of a declaration that the module reads itself, as <see cref="Declaration.Extra"/>: <c>Listeners</c>. With <c>Services</c>
    /// among them, its entries are no uses of the resource.
    /// </summary>
    public virtual IReadOnlyList<string> ExtraKeys => [];

    /// <summary>Whether a new resource needs a VPC: then one is declared by default even when there is no service.</summary>
    public virtual bool NeedsNetwork => false;

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
        { Use: YamlScalar existing } => new CfnString(existing.Text, existing.Location),
        { IsNew: true } => new CfnResourceReference(declaration.LogicalId(), attribute.GetAtt, origin),
        _ => null,
    };

    /// <summary>The resource that the declaration is about.</summary>
    protected SynthesizedResource MainResource(Declaration declaration, CfnMap properties) =>
        new(declaration.LogicalId(), Type, properties, Home.OfKey(Key), declaration.Origin)
        {
            DeletionPolicy = DeletionPolicyOf(declaration),
            UpdateReplacePolicy = DeletionPolicyOf(declaration) == KeepData ? "Retain" : DeletionPolicyOf(declaration),
        };

    // What holds data is kept when it leaves the template, unless the user says otherwise.
    private string? DeletionPolicyOf(Declaration declaration) =>
        declaration.DeletionPolicy?.Value ?? (SchemaCatalogue.Default.Find(Type) is { IsStateful: true } ? KeepData : null);

    /// <summary>The declaration's <c>Properties</c> as CloudFormation values, references to other declarations understood.</summary>
    protected CfnMap PropertiesOf(Declaration declaration) => PropertiesReader.Read(declaration.Properties, Type, declaration.Origin);
}

/// <summary>
/// A module whose key declares one thing that the whole application stands on (<c>x-vpc</c>, <c>x-cluster</c>).
/// When the compose file has services and does not have the key, the defaults are declared for it.
/// </summary>
public abstract class EnvironmentModule : Module
{
    /// <summary>Whether it is the network, which resources need too when there is no service.</summary>
    public virtual bool IsNetwork => false;
}
