using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Route53;

/// <summary>A zone as it was declared.</summary>
/// <param name="Name">The domain, without a dot at its end; null for an existing zone that does not say.</param>
internal sealed record HostedZone(Located<string>? Name, bool IsPrivate)
{
    private static readonly Regex Domain = new("^([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)*[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$", RegexOptions.CultureInvariant);

    private static readonly Regex ZoneId = new("^Z[A-Z0-9]{1,31}$", RegexOptions.CultureInvariant);

    // Hosted zones are in no region, and their ARNs in no account.
    private static readonly LookupSource Source = new(
        "route53:hostedzone", "AWS::Route53::HostedZone", "^arn:(?<partition>aws[a-z-]*):route53:::hostedzone/(?<id>Z[A-Z0-9]+)$", "${id}",
        [new("HostedZoneId", "Id"), new("HostedZoneName", "Name")])
    {
        IsFoundByName = true,
    };

    /// <summary>A zone is found by its id, by tags, or by its name; a name that is declared it must have in any case, and it must be as private as declared.</summary>
    public IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration)
    {
        if (declaration.Lookup is not { } lookup)
        {
            return [];
        }

        var mapping = lookup as YamlMapping;
        YamlEntry?[] by =
        [
            mapping?["HostedZoneId"] is { } id ? Entry("Identifier", id) : null,
            mapping?.Entry("Tags"),
            Name is { } name ? Entry("Name", new YamlScalar(name.Value, YamlScalarStyle.DoubleQuoted, name.Origin)) : null,
            Entry("IsPrivateZone", new YamlScalar(IsPrivate ? "true" : "false", YamlScalarStyle.Plain, lookup.Location)),
        ];
        return [new(Source, new YamlMapping([.. by.OfType<YamlEntry>()], lookup.Location)) { RoleArn = mapping?["RoleArn"] }];

        static YamlEntry Entry(string key, YamlNode value) => new(new YamlScalar(key, YamlScalarStyle.Plain, value.Location), value);
    }

    public static HostedZone Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var macros = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var isPrivate = macros.Boolean("IsPrivateZone") is { Value: true };
        macros.RejectOthers("x-route53");
        MappingReader.Of(declaration.Settings, diagnostics).RejectOthers("x-route53 knows no Settings");
        var lookup = MappingReader.Of(declaration.Lookup as YamlMapping, diagnostics);
        CheckId(lookup.Text("HostedZoneId"), diagnostics);
        isPrivate |= lookup.Boolean("IsPrivateZone") is { Value: true };
        _ = (lookup.Text("RoleArn"), lookup.Node("Tags"));
        lookup.RejectOthers("x-route53 looks zones up by their name, or by these");
        CheckId(declaration.Use is { } use ? new((use as YamlScalar)?.Text ?? "", use.Location) : null, diagnostics);
        return new(ReadName(declaration, diagnostics), isPrivate);
    }

    private static Located<string>? ReadName(Declaration declaration, DiagnosticBag diagnostics)
    {
        var names = Names(declaration).ToList();
        if (names.Count == 0)
        {
            if (declaration.Use is null && declaration.Lookup is not YamlMapping)
            {
                diagnostics.Add(Route53Diagnostics.NoName(declaration.Name, declaration.Origin));
            }

            return null;
        }

        if (names.Skip(1).FirstOrDefault(name => !string.Equals(name.Value, names[0].Value, StringComparison.OrdinalIgnoreCase)) is { Value: not null } other)
        {
            diagnostics.Add(Route53Diagnostics.TwoNames(names[0].Value, other.Value, other.Origin));
        }

        if (!Domain.IsMatch(names[0].Value))
        {
            diagnostics.Add(Route53Diagnostics.NotADomain(names[0].Value, names[0].Origin));
        }

        return names[0];
    }

    private static IEnumerable<Located<string>> Names(Declaration declaration) => declaration.Extra.Select(entry => entry.Value)
        .Concat(declaration.Properties?["Name"] is { } name ? [name] : [])
        .OfType<YamlScalar>()
        .Select(scalar => new Located<string>(scalar.Text.TrimEnd('.'), scalar.Location));

    private static void CheckId(Located<string>? id, DiagnosticBag diagnostics)
    {
        if (id is { } given && !ZoneId.IsMatch(given.Value))
        {
            diagnostics.Add(Route53Diagnostics.NotAZoneId(given.Value, given.Origin));
        }
    }
}
