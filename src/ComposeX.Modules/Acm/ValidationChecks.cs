using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Acm;

/// <summary>Whether each name of a certificate is validated by somebody, and in a zone that it belongs to.</summary>
internal static class ValidationChecks
{
    public static void Check(CfnMap properties, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var options = (properties["DomainValidationOptions"] as CfnList)?.Items.OfType<CfnMap>().ToList() ?? [];
        foreach (var option in options)
        {
            if (option["DomainName"] is CfnString domain && option["HostedZoneId"] is DeclarationReference zone && ZoneName(zone, surroundings) is { } name && !IsIn(domain.Value, name))
            {
                diagnostics.Add(AcmDiagnostics.OutsideZone(domain.Value, name, domain.Origin));
            }
        }

        if (properties["ValidationMethod"] is CfnString { Value: "EMAIL" })
        {
            return;
        }

        foreach (var domain in Names(properties).Where(domain => !options.Any(option => option["HostedZoneId"] is not null && Validates(option, domain.Value))))
        {
            diagnostics.Add(AcmDiagnostics.WaitsForValidation(domain.Value, domain.Origin));
        }
    }

    private static IEnumerable<CfnString> Names(CfnMap properties) => new[] { properties["DomainName"] }
        .Concat((properties["SubjectAlternativeNames"] as CfnList)?.Items ?? [])
        .OfType<CfnString>();

    // A wildcard and the name below it share one record.
    private static bool Validates(CfnMap option, string domain) =>
        option["DomainName"] is CfnString name && string.Equals(WithoutWildcard(name.Value), WithoutWildcard(domain), StringComparison.OrdinalIgnoreCase);

    private static string WithoutWildcard(string domain) => domain.StartsWith("*.", StringComparison.Ordinal) ? domain.Substring(2) : domain;

    private static bool IsIn(string domain, string zone) =>
        string.Equals(domain, zone, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + zone, StringComparison.OrdinalIgnoreCase);

    private static string? ZoneName(DeclarationReference zone, Surroundings surroundings)
    {
        var declaration = surroundings.FindDeclaration(zone.Key, zone.Name);
        var written = declaration?.Extra.FirstOrDefault(entry => entry.Name is "Name" or "ZoneName")?.Value ?? declaration?.Properties?["Name"];
        return (written as YamlScalar)?.Text.TrimEnd('.');
    }
}
