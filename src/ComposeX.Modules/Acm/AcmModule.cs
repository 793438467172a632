using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Acm;

/// <summary><c>x-acm</c>: certificates, issued by AWS and validated in a hosted zone, for the listeners of load balancers.</summary>
public sealed class AcmModule : Module
{
    private static readonly Regex Arn = new("^arn:aws[a-z-]*:(acm|iam):", RegexOptions.CultureInvariant);

    public override string Key => "x-acm";

    public override string Type => "AWS::CertificateManager::Certificate";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("AcmCertificateArn", null, Alias: "Arn")];

    public override IReadOnlyList<AccessSet> Access { get; } = [.. SamPolicies.Of("acm")];

    public override LookupSource? LookupBy { get; } = new(
        "acm:certificate", "AWS::CertificateManager::Certificate", LookupSources.Arn("acm", "certificate/(?<id>.+)"), "${arn}", [new("AcmCertificateArn", "CertificateArn")]);

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        MappingReader.Of(declaration.Settings, diagnostics).RejectOthers("x-acm knows no Settings");
        if (declaration.Use is { } use && CfnValueReader.Read(use) is not CfnFunction && !(use is YamlScalar { Text: var arn } && Arn.IsMatch(arn)))
        {
            diagnostics.Add(AcmDiagnostics.NotAnArn((use as YamlScalar)?.Text ?? "", use.Location));
        }

        if (declaration.IsNew && declaration.MacroParameters is null && declaration.Properties?["DomainName"] is null)
        {
            diagnostics.Add(AcmDiagnostics.NoDomain(declaration.Name, declaration.Origin));
        }

        return declaration.MacroParameters is { } macros ? CertificateRequest.Read(macros, diagnostics) : null;
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (!declaration.IsNew)
        {
            return new Synthesized();
        }

        var cfn = new Cfn(declaration.Origin);
        var written = PropertiesOf(declaration);
        var properties = declaration.Bound is CertificateRequest request
            ? written.Members.Aggregate(request.ToProperties(cfn), (all, member) => all.With(member.Name, member.Value))
            : written;
        if (properties["ValidationMethod"] is null)
        {
            properties = properties.With("ValidationMethod", cfn.String("DNS"));
        }

        ValidationChecks.Check(properties, surroundings, diagnostics);
        return Synthesized.Of(MainResource(declaration, properties));
    }

    // A lock may call the ARN by its short name.
    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) =>
        declaration.Found is { } found && !found.Attributes.ContainsKey(attribute.Name) && found.Attributes.TryGetValue("Arn", out var arn)
            ? arn
            : base.AttributeOf(declaration, attribute, origin, diagnostics);
}
