using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cloudmap;

/// <summary>A namespace as declared: who can resolve its names, and the zone that they are in.</summary>
internal sealed record Namespace(NamespaceKind Kind, Located<string> ZoneName)
{
    private static readonly Regex Id = new("^ns-[a-z0-9]+$", RegexOptions.CultureInvariant);

    private static readonly NamespaceKind[] Kinds = [NamespaceKind.Private, NamespaceKind.Public, NamespaceKind.Http];

    /// <summary>The CloudFormation type of a new one.</summary>
    public string Type => $"AWS::ServiceDiscovery::{(Kind == NamespaceKind.Http ? "Http" : Kind + "Dns")}Namespace";

    /// <summary>A namespace is found by its id, or else by the zone's name, which it must have in either case.</summary>
    public IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration)
    {
        if (declaration.Lookup is not { } lookup)
        {
            return [];
        }

        var id = (lookup as YamlMapping)?["NamespaceId"];
        var by = new YamlMapping([.. id is null ? [] : new[] { Entry("Identifier", id) }, Entry("Name", new YamlScalar(ZoneName.Value, YamlScalarStyle.DoubleQuoted, ZoneName.Origin))], lookup.Location);
        return [new(Source, by) { RoleArn = (lookup as YamlMapping)?["RoleArn"] }];

        static YamlEntry Entry(string key, YamlNode value) => new(new YamlScalar(key, YamlScalarStyle.Plain, value.Location), value);
    }

    private LookupSource Source => new("servicediscovery:namespace", Type, LookupSources.Arn("servicediscovery", "namespace/(?<id>ns-[a-z0-9]+)"), "${id}",
    [
        new("Id", "Id"), new("Arn", "Arn"), new("HostedZoneId", "HostedZoneId", IsOptional: Kind == NamespaceKind.Http), new("ZoneName", "Name"),
    ])
    {
        IsFoundByName = true,
    };

    /// <summary>Null, and a finding, when the declaration says no name.</summary>
    public static Namespace? Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.Use is { } use && !(use is YamlScalar id && Id.IsMatch(id.Text)))
        {
            diagnostics.Add(CloudmapDiagnostics.IdExpected(use.Location));
        }

        CheckLookup(declaration.Lookup, diagnostics);
        var kind = ReadKind(Extra(declaration, "Type", diagnostics), diagnostics);
        return ReadName(declaration, diagnostics) is { } name ? new(kind, name) : null;
    }

    private static NamespaceKind ReadKind(Located<string>? type, DiagnosticBag diagnostics)
    {
        if (type is not { } written)
        {
            return NamespaceKind.Private;
        }

        var kind = Array.FindIndex(Kinds, kind => string.Equals(kind.ToString(), written.Value, StringComparison.Ordinal));
        if (kind < 0)
        {
            diagnostics.Add(CloudmapDiagnostics.UnknownType(written.Value, [.. Kinds.Select(known => known.ToString())], written.Origin));
        }

        return kind < 0 ? NamespaceKind.Private : Kinds[kind];
    }

    // The name may stand in three places, and must be the same in all.
    private static Located<string>? ReadName(Declaration declaration, DiagnosticBag diagnostics)
    {
        Located<string>?[] written =
        [
            Extra(declaration, "Name", diagnostics),
            Extra(declaration, "ZoneName", diagnostics),
            MappingReader.Of(declaration.Properties, diagnostics).Text("Name"),
        ];
        var names = written.OfType<Located<string>>().ToList();
        if (names.Count == 0)
        {
            if (!declaration.Extra.Any(entry => entry.Name is "Name" or "ZoneName") && declaration.Properties?["Name"] is null)
            {
                diagnostics.Add(CloudmapDiagnostics.NoName(declaration.Name, declaration.Origin));
            }

            return null;
        }

        foreach (var other in names.Where(name => !string.Equals(name.Value, names[0].Value, StringComparison.Ordinal)))
        {
            diagnostics.Add(CloudmapDiagnostics.TwoNames(names[0].Value, other.Value, other.Origin));
        }

        if (!DnsText.IsName(names[0].Value))
        {
            diagnostics.Add(CloudmapDiagnostics.BadZoneName(names[0].Value, names[0].Origin));
        }

        return names[0];
    }

    private static void CheckLookup(YamlNode? lookup, DiagnosticBag diagnostics)
    {
        if (lookup is YamlMapping mapping)
        {
            var reader = MappingReader.Of(mapping, diagnostics);
            _ = reader.Text("NamespaceId");
            _ = reader.Text("RoleArn");
            reader.RejectOthers("Lookup of x-cloudmap");
        }
        else if (lookup is not (null or YamlScalar { Text: "true" }))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Lookup", "true, or a mapping with NamespaceId or RoleArn", lookup.Location));
        }
    }

    private static Located<string>? Extra(Declaration declaration, string key, DiagnosticBag diagnostics)
    {
        var entry = declaration.Extra.FirstOrDefault(entry => string.Equals(entry.Name, key, StringComparison.Ordinal));
        if (entry is { Value: not YamlScalar })
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(key, "a string", entry.Value.Location));
        }

        return entry?.Value is YamlScalar scalar ? new(scalar.Text, scalar.Location) : null;
    }
}
