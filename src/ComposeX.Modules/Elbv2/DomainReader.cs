using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads the names that lead to a load balancer, and the zones they are in.</summary>
internal sealed class DomainReader(DiagnosticBag diagnostics)
{
    public Domain? ReadDomain(YamlMapping keys)
    {
        var reader = MappingReader.Of(keys, diagnostics);
        var names = reader.Texts("Domain");
        foreach (var name in names.Where(name => !Regex.IsMatch(name.Value, "^(\\*\\.)?([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+$", RegexOptions.CultureInvariant)))
        {
            diagnostics.Add(Elbv2Diagnostics.NotADomain(name.Value, name.Origin));
        }

        var zone = reader.Text("HostedZoneId") is { } text ? Zone(text) : null;
        if (zone is not null && names.Count == 0)
        {
            diagnostics.Add(Elbv2Diagnostics.ZoneWithoutDomain(zone.Origin));
        }

        return names.Count == 0 ? null : new(names, zone);
    }

    public IReadOnlyList<DnsAlias> ReadAliases(YamlMapping keys)
    {
        var aliases = new List<DnsAlias>();
        foreach (var item in MappingReader.Of(keys, diagnostics).Sequence("DnsAliases")?.Items ?? [])
        {
            var reader = MappingReader.Of(item as YamlMapping, diagnostics);
            var (zone, names) = (reader.Text("Route53Zone"), reader.Texts("Names"));
            reader.RejectOthers("A DNS alias");
            if (zone is { } text && names.Count > 0)
            {
                if (Zone(text) is { } value)
                {
                    aliases.Add(new(value, names));
                }
            }
            else
            {
                diagnostics.Add(ModelDiagnostics.WrongKind("DnsAliases", "a list of entries with \"Route53Zone\" and \"Names\" each", item.Location));
            }
        }

        return aliases;
    }

    private CfnValue? Zone(Located<string> text)
    {
        if (PropertiesReader.ReadReference(text.Value, text.Origin) is { } reference)
        {
            return reference;
        }

        if (Regex.IsMatch(text.Value, "^Z[A-Z0-9]{1,31}$", RegexOptions.CultureInvariant))
        {
            return new CfnString(text.Value, text.Origin);
        }

        diagnostics.Add(Elbv2Diagnostics.NotAZone(text.Value, text.Origin));
        return null;
    }
}
