using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Acm;

/// <summary>A certificate in short: some names, all validated in one hosted zone.</summary>
/// <param name="Names">The first is the certificate's own name.</param>
/// <param name="Zone">The zone's id, or a reference to a zone of this file.</param>
internal sealed record CertificateRequest(IReadOnlyList<Located<string>> Names, CfnValue Zone)
{
    private static readonly Regex Domain = new("^(\\*\\.)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", RegexOptions.CultureInvariant);

    private static readonly Regex ZoneId = new("^Z[A-Z0-9]{1,31}$", RegexOptions.CultureInvariant);

    public static CertificateRequest? Read(YamlMapping macros, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(macros, diagnostics);
        var names = reader.Texts("DomainNames");
        var zone = reader.Text("HostedZoneId");
        reader.RejectOthers("x-acm");
        foreach (var name in names.Where(name => !Domain.IsMatch(name.Value)))
        {
            diagnostics.Add(AcmDiagnostics.NotADomain(name.Value, name.Origin));
        }

        if (names.Count == 0)
        {
            diagnostics.Add(AcmDiagnostics.Incomplete("DomainNames", "the names that it is for, such as [www.example.com]", macros.Location));
        }

        if (zone is not { } given)
        {
            diagnostics.Add(AcmDiagnostics.Incomplete("HostedZoneId", "the zone in which they are validated, such as x-route53::example", macros.Location));
            return null;
        }

        return ReadZone(given, diagnostics) is { } value && names.Count > 0 ? new(names, value) : null;
    }

    public CfnMap ToProperties(Cfn cfn) => cfn.Map(
        ("DomainName", Text(Names[0])),
        ("SubjectAlternativeNames", Names.Count > 1 ? cfn.List(Names.Skip(1).Select(Text)) : null),
        ("ValidationMethod", cfn.String("DNS")),
        ("DomainValidationOptions", cfn.List(Names.Select(name => new Cfn(name.Origin).Map(("DomainName", Text(name)), ("HostedZoneId", Zone))))),
        ("Tags", cfn.List(cfn.Map(("Key", cfn.String("Name")), ("Value", cfn.String(Names[0].Value.Replace("*.", "wildcard.")))))));

    private static CfnString Text(Located<string> name) => new(name.Value, name.Origin);

    private static CfnValue? ReadZone(Located<string> zone, DiagnosticBag diagnostics)
    {
        if (PropertiesReader.ReadReference(zone.Value, zone.Origin) is { } reference)
        {
            return reference;
        }

        if (ZoneId.IsMatch(zone.Value))
        {
            return new CfnString(zone.Value, zone.Origin);
        }

        diagnostics.Add(AcmDiagnostics.NotAZone(zone.Value, zone.Origin));
        return null;
    }
}
