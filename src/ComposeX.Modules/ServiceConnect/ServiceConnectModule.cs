using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary><c>x-network.x-ecs_connect</c> of a service; and without it, what Compose does by itself: services reach each other by name.</summary>
public sealed class ServiceConnectModule : ServiceModule
{
    public override IReadOnlyList<string> Keys { get; } = ["x-network"];

    public override IReadOnlyList<string> Attributes { get; } = ["hostname", "links"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) =>
        Synthesize(family, surroundings, Discovery.Of(surroundings, diagnostics), diagnostics);

    public override Synthesized SynthesizeAll(Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var discovery = Discovery.Of(surroundings, diagnostics);
        return Synthesized.Join([discovery.Mesh?.Shared(diagnostics) ?? new(), .. surroundings.Families.Select(family => Synthesize(family, surroundings, discovery, diagnostics))]);
    }

    private static Synthesized Synthesize(Family family, Surroundings surroundings, Discovery discovery, DiagnosticBag diagnostics)
    {
        ReportNames(family, surroundings, discovery, diagnostics);
        var said = NetworkKey.ConnectOf(family);
        var connected = said.Count == 0
            ? DefaultDiscovery.Synthesize(family, surroundings, discovery)
            : new ConnectReader(family, surroundings, diagnostics).Synthesize(said);
        var orders = discovery.Orders.Where(order => order.From == family).Select(order => new DependOn(family, order.To, order.Origin));
        discovery.Mesh?.CheckProtocols(family, connected.Contributions.OfType<SetAppProtocol>(), diagnostics);
        return Synthesized.Join([connected, new() { Contributions = [.. orders] }, discovery.Mesh?.Of(family, diagnostics) ?? new()]);
    }

    // Names that Compose makes and nothing here does. A registered family's host name is its name in DNS.
    private static void ReportNames(Family family, Surroundings surroundings, Discovery discovery, DiagnosticBag diagnostics)
    {
        foreach (var service in family.Services)
        {
            if (service.Hostname is { } hostname && !NetworkKey.IsRegistered(family) && !IsName(hostname.Value, family, service, discovery))
            {
                diagnostics.Add(ServiceConnectDiagnostics.NameNotPublished(hostname.Value, service.Name, hostname.Origin));
            }

            foreach (var link in LinkAlias.Of(service).Where(link => !IsPublished(link, surroundings, discovery)))
            {
                diagnostics.Add(ServiceConnectDiagnostics.NameNotPublished(link.Alias.Value, link.Service, link.Alias.Origin));
            }
        }
    }

    private static bool IsPublished(LinkAlias link, Surroundings surroundings, Discovery discovery) =>
        string.Equals(link.Service, link.Alias.Value, StringComparison.OrdinalIgnoreCase)
        || surroundings.FamiliesOf(link.Service).Any(family => family.Services.Any(service =>
            string.Equals(service.Name, link.Service, StringComparison.Ordinal) && IsName(link.Alias.Value, family, service, discovery)));

    private static bool IsName(string name, Family family, ComposeService service, Discovery discovery) =>
        discovery.Names.Know(family, service, name) || NetworkKey.Names(family, name) || discovery.Mesh?.Names.Leads(name, family) == true;
}
