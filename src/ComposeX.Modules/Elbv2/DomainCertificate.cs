using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>The certificate of a domain: one of the file that covers its names, or one issued for it.</summary>
internal static class DomainCertificate
{
    private const string Key = "x-acm";

    public static CfnValue? Declared(Domain domain, Surroundings surroundings) => surroundings.Declarations
        .Where(declaration => declaration.Module.Key == Key && domain.Names.All(name => NamesOf(declaration).Any(covering => Covers(covering, name.Value))))
        .Select(declaration => new DeclarationReference(Key, declaration.Name, null, domain.Names[0].Origin))
        .FirstOrDefault();

    public static SynthesizedResource New(string id, Domain domain, CfnValue zone, Home home)
    {
        var cfn = new Cfn(domain.Names[0].Origin);
        return new(id, "AWS::CertificateManager::Certificate", cfn.Map(
            ("DomainName", Text(domain.Names[0])),
            ("SubjectAlternativeNames", domain.Names.Count > 1 ? cfn.List(domain.Names.Skip(1).Select(Text)) : null),
            ("ValidationMethod", cfn.String("DNS")),
            ("DomainValidationOptions", cfn.List(domain.Names.Select(name => new Cfn(name.Origin).Map(("DomainName", Text(name)), ("HostedZoneId", zone)))))), home, cfn.Origin);
    }

    private static CfnString Text(Located<string> name) => new(name.Value, name.Origin);

    private static IEnumerable<string> NamesOf(Declaration certificate) =>
        new[] { certificate.MacroParameters?["DomainNames"], certificate.Properties?["DomainName"], certificate.Properties?["SubjectAlternativeNames"] }
            .SelectMany(node => node is YamlSequence list ? list.Items : node is null ? [] : [node])
            .OfType<YamlScalar>()
            .Select(scalar => scalar.Text);

    // A wildcard stands for one label.
    private static bool Covers(string covering, string name) =>
        string.Equals(covering, name, StringComparison.OrdinalIgnoreCase)
        || (covering.StartsWith("*.", StringComparison.Ordinal) && name.IndexOf('.') is > 0 and var dot && string.Equals(covering.Substring(1), name.Substring(dot), StringComparison.OrdinalIgnoreCase));
}
