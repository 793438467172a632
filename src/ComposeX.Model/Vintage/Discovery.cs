using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>
/// Rewrites <c>x-dns</c> as <c>x-cloudmap</c>, and registers families there as 2020 did: all that have ports when there is an
/// <c>x-dns</c>, those with <c>use_cloudmap</c> otherwise.
/// </summary>
internal sealed class Discovery(YamlEntry? dns, DiagnosticBag diagnostics)
{
    private const string Namespace = "PrivateNamespace";
    private const string DefaultZone = "cluster.lan";

    /// <summary>The entries of <c>x-cloudmap</c> that the file asks for.</summary>
    public IReadOnlyList<YamlEntry> Namespaces(IReadOnlyList<Family> families)
    {
        if (dns is { Value: YamlMapping namespaces })
        {
            diagnostics.Add(ModelDiagnostics.OlderSpelling("x-dns", "x-cloudmap", dns.Key.Location));
            return [.. namespaces.Entries.Select(Rewrite)];
        }

        if (dns is not null && !ScalarResolver.IsNull(dns.Value))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("x-dns", "a mapping with PrivateNamespace and PublicNamespace", dns.Value.Location));
        }

        return families.SelectMany(family => family.Services).Select(service => UseCloudmap(service.Network())).OfType<YamlScalar>().FirstOrDefault() is { } asked
            ? [new(new Yaml(asked.Location).Text(Namespace), new Yaml(asked.Location).Map(("ZoneName", new Yaml(asked.Location).Text(DefaultZone))))]
            : [];
    }

    /// <summary>The keys of a service's <c>x-network</c> with the namespace that it registers in.</summary>
    public YamlMapping Register(YamlMapping network, bool hasPorts, Location origin)
    {
        var rest = network.Without("use_cloudmap", "UseCloudmap");
        var asked = UseCloudmap(network);
        if (asked is not null)
        {
            diagnostics.Add(ModelDiagnostics.OlderSpelling("use_cloudmap", $"x-network.x-cloudmap: {Namespace}", asked.Location));
        }

        var registers = hasPorts && rest["x-cloudmap"] is null && (asked is not null || (dns?.Value as YamlMapping)?[Namespace] is not null);
        var yaml = new Yaml(asked?.Location ?? dns?.Key.Location ?? origin);
        return registers ? rest.With(new(yaml.Text("x-cloudmap"), yaml.Text(Namespace))) : rest;
    }

    private static YamlScalar? UseCloudmap(YamlMapping? network) =>
        (network?["use_cloudmap"] ?? network?["UseCloudmap"]) is YamlScalar { Text: var text } asked && string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) ? asked : null;

    // A look-up was a bare id.
    private static YamlEntry Rewrite(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            return entry;
        }

        var yaml = new Yaml(entry.Key.Location);
        var named = mapping.Entry("Name") is { } name ? mapping.Without("Name").With(new(name.Key with { Text = "ZoneName" }, name.Value)) : mapping;
        var found = named["Lookup"] is YamlScalar id ? named.With(new(named.Entry("Lookup")!.Key, yaml.Map(("NamespaceId", id)))) : named;
        var zoned = found["ZoneName"] is null && entry.Name == Namespace ? found.With(new(yaml.Text("ZoneName"), yaml.Text(DefaultZone))) : found;
        return new(entry.Key, entry.Name == "PublicNamespace" ? zoned.With(new(yaml.Text("Type"), yaml.Text("Public"))) : zoned);
    }
}
