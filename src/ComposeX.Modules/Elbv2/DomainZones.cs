using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>The hosted zones of the file, and which domains belong to them.</summary>
internal static class DomainZones
{
    private const string Key = "x-route53";

    /// <summary>The zone that a domain's names belong to: the one said, the one whose name they end with, or the only one; null, and a finding, without one.</summary>
    public static CfnValue? Find(Domain domain, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (domain.Zone is { } said)
        {
            Check(said, domain.Names, surroundings, diagnostics);
            return said;
        }

        var first = domain.Names[0];
        var zones = surroundings.Declarations.Where(declaration => declaration.Module.Key == Key).ToList();
        var fitting = zones.Where(zone => NameOf(zone) is { } name && IsIn(first.Value, name)).OrderByDescending(zone => NameOf(zone)?.Length).FirstOrDefault()
            ?? (zones is [var only] && NameOf(only) is null ? only : null);
        if (fitting is null)
        {
            diagnostics.Add(Elbv2Diagnostics.NoZone(first.Value, [.. zones.Select(zone => zone.Name)], first.Origin));
            return null;
        }

        var reference = new DeclarationReference(Key, fitting.Name, null, first.Origin);
        Check(reference, domain.Names, surroundings, diagnostics);
        return reference;
    }

    /// <summary>Reports names that are not in their zone, when its name is known.</summary>
    public static void Check(CfnValue zone, IReadOnlyList<Located<string>> names, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (zone is DeclarationReference reference && surroundings.FindDeclaration(reference.Key, reference.Name) is { } declared && NameOf(declared) is { } zoneName)
        {
            foreach (var name in names.Where(name => !IsIn(name.Value, zoneName)))
            {
                diagnostics.Add(Elbv2Diagnostics.OutsideZone(name.Value, zoneName, name.Origin));
            }
        }
    }

    private static bool IsIn(string name, string zone) =>
        string.Equals(name, zone, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + zone, StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(Declaration zone) =>
        ((zone.Extra.FirstOrDefault(entry => entry.Name is "Name" or "ZoneName")?.Value ?? zone.Properties?["Name"]) as YamlScalar)?.Text.TrimEnd('.');
}
