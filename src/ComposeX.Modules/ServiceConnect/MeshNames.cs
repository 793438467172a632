using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>The names of the mesh that lead to families: each as written, and with its zone, as clients know it today.</summary>
internal sealed class MeshNames
{
    private readonly List<(MeshAlias Alias, CfnMap Offered)> _offered = [];

    public MeshNames(MeshPlan plan, MeshRouting routing, MeshNamespace cloudmap, MeshTls tls, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        foreach (var service in plan.Services)
        {
            foreach (var lead in routing.LeadsOf(service))
            {
                // A port on which nobody listens has been reported where the mesh is read.
                if (lead is not { End.Family: { } family, ClientPort: { } client, Listener: { } listener })
                {
                    continue;
                }

                var timeout = MeshTimeouts.Of(lead, diagnostics);
                var label = cloudmap.Label(service);
                var aliases = new[] { label, cloudmap.FullName(service) }.OfType<string>()
                    .Where(name => !NetworkKey.Names(family, name))
                    .Select(name => new MeshAlias(family, service, listener.Port, name, label, client.Number.Value));
                foreach (var alias in aliases.Where(alias => IsFree(alias, cloudmap, surroundings, diagnostics)))
                {
                    _offered.Add((alias, alias.Offered(timeout, tls.Of(lead.End), service.Name.Origin)));
                }
            }
        }
    }

    /// <summary>What a family offers, as entries of <c>Services</c>.</summary>
    public IReadOnlyList<CfnMap> Of(Family family) => [.. _offered.Where(offer => offer.Alias.Family == family).Select(offer => offer.Offered)];

    /// <summary>The family that a name and port of the mesh lead to, or null.</summary>
    public Family? Holder(string dnsName, int port) => _offered.Select(offer => offer.Alias).FirstOrDefault(alias => alias.Port == port && string.Equals(alias.DnsName, dnsName, StringComparison.Ordinal))?.Family;

    /// <summary>How a port of a family is encrypted under names of the mesh, and so under all its names; null when it is not.</summary>
    public CfnValue? TlsOf(Family family, int port) =>
        _offered.Where(offer => offer.Alias.Family == family && offer.Alias.Listener.Number == port).Select(offer => offer.Offered["Tls"]).FirstOrDefault();

    /// <summary>Whether a name of the mesh leads to a family, on whichever port.</summary>
    public bool Leads(string name, Family family) => _offered.Any(offer => offer.Alias.Family == family && string.Equals(offer.Alias.DnsName, name, StringComparison.OrdinalIgnoreCase));

    private bool IsFree(MeshAlias alias, MeshNamespace cloudmap, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (!alias.IsValid)
        {
            diagnostics.Add(MeshMoveDiagnostics.BadMeshName(alias.Service.Name.Value, alias.Service.Name.Origin));
            return false;
        }

        var used = new UsedAlias(alias.DnsName, alias.Port);
        var holder = Holder(alias.DnsName, alias.Port)
            ?? (cloudmap.Cloudmap is { } name ? surroundings.Families.FirstOrDefault(family => family != alias.Family && UsedAlias.Of(family, name.Value).Contains(used)) : null);
        if (holder is not null)
        {
            diagnostics.Add(MeshMoveDiagnostics.NameUsedTwice(alias.Service.Name.Value, alias.Port, holder.Name, alias.Service.Name.Origin));
        }

        return holder is null;
    }
}
