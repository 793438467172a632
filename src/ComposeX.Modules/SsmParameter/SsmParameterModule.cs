using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary><c>x-ssm_parameter</c>: parameters of Systems Manager, their values written down or read from files.</summary>
public sealed class SsmParameterModule : Module
{
    private const string KeyArn = "KmsKeyArn";

    public override string Key => "x-ssm_parameter";

    public override string Type => "AWS::SSM::Parameter";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("ParameterName", null, Alias: "Name"),
        new("Arn", null, Alias: "ParameterArn") { Export = "ParameterArn" },
    ];

    public override IReadOnlyList<AccessSet> Access => SsmParameterAccess.Sets;

    // The ARN of "/name" is that of "name"; only deeper names must begin with a slash.
    public override LookupSource LookupBy { get; } = new(
        "ssm:parameter", "AWS::SSM::Parameter",
        "^arn:(?<partition>[a-z-]+):ssm:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):parameter(/(?<name>[^/]+)|(?<name>/.+))$", "${name}",
        [new("ParameterName", "${name}"), new("Arn", "${arn}"), new(KeyArn, "KeyId", IsOptional: true)]);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
        declaration.Found is { } found && found.Attributes.TryGetValue(KeyArn, out var key) && key is CfnString { Value.Length: > 0 } ? [new EncryptionOffer(key, "ssm")] : [];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        var macros = ParameterMacros.Read(declaration, diagnostics);
        if (declaration.IsNew)
        {
            ParameterChecks.Check(declaration, PropertiesOf(declaration), macros, diagnostics);
        }
        else if (declaration.Use is { } use)
        {
            ParameterName.Check(use, diagnostics);
        }

        return macros;
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (!declaration.IsNew || declaration.Bound is not ParameterMacros macros)
        {
            return new Synthesized();
        }

        var properties = PropertiesOf(declaration);
        if (properties["Name"] is CfnString name && Earlier(declaration, name.Value, surroundings) is { } earlier)
        {
            diagnostics.Add(SsmParameterDiagnostics.NameTwice(name.Value, earlier.Name, name.Origin));
        }

        var cfn = new Cfn(declaration.Origin);
        properties = properties["Type"] is null ? properties.With("Type", cfn.String("String")) : properties;
        return ParameterValue.Of(declaration, properties, macros, surroundings.Files, diagnostics) is { } value
            ? Synthesized.Of(MainResource(declaration, properties.With("Value", value)))
            : new Synthesized();
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { Use: YamlScalar existing } => attribute.Name == "Arn" ? ParameterName.ArnOf(existing.Text, origin) : ParameterName.NameOf(existing.Text, origin),
        { IsNew: true } when attribute.Name == "Arn" => ParameterName.ArnOf(declaration, PropertiesOf(declaration)["Name"], origin),
        _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
    };

    private Declaration? Earlier(Declaration declaration, string name, Surroundings surroundings) => surroundings.Declarations
        .TakeWhile(other => !ReferenceEquals(other, declaration))
        .FirstOrDefault(other => ReferenceEquals(other.Module, this) && PropertiesOf(other)["Name"] is CfnString its && its.Value == name);
}
