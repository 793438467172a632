using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>
/// The names that services are reached by, as in Compose: their own, and then those that networks and links give them. A name of a port
/// can be one service's only, so the first in the order of the families has it.
/// </summary>
internal sealed class PublishedNames
{
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Publication> _published = [];
    private readonly List<Publication> _refused = [];
    private readonly IReadOnlyList<LinkAlias> _links;
    private readonly Dictionary<string, Publication> _taken = new(StringComparer.Ordinal);

    private readonly MeshNames? _mesh;

    /// <param name="mesh">Names that are given already, or null.</param>
    public PublishedNames(IReadOnlyList<Reach> reaches, IReadOnlyList<Family> families, MeshNames? mesh, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _mesh = mesh;
        _links = [.. reaches.Select(reach => reach.From).Distinct().SelectMany(family => family.Services).Distinct().SelectMany(LinkAlias.Of)];
        IReadOnlyList<(Family Family, ComposeService Service)> reached =
        [
            .. from family in families
               from service in family.Services
               where reaches.Any(reach => reach.To == family && reach.Targets.Contains(service))
               select (family, service),
        ];
        foreach (var (family, service) in reached)
        {
            PublishOwnName(family, service);
        }

        foreach (var (family, service) in reached)
        {
            foreach (var alias in Aliases(service))
            {
                PublishAlias(family, service, alias);
            }
        }
    }

    /// <summary>What a family offers to the others.</summary>
    public IEnumerable<Publication> Of(Family family) => _published.Where(publication => publication.Family == family);

    /// <summary>Whether a name was meant to lead to a service: either it does, or it was said why not.</summary>
    public bool Know(Family family, ComposeService service, string name) => _published.Concat(_refused).Any(publication =>
        publication.Family == family && publication.Service == service && string.Equals(publication.DnsName, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The names beside its own that a service has for those who reach it.</summary>
    private IEnumerable<Located<string>> Aliases(ComposeService service) =>
        new[] { service.Hostname }.OfType<Located<string>>()
            .Concat(service.Networks.SelectMany(network => network.Aliases))
            .Concat(_links.Where(link => string.Equals(link.Service, service.Name, StringComparison.Ordinal)).Select(link => link.Alias))
            .Where(alias => !string.Equals(alias.Value, service.Name, StringComparison.OrdinalIgnoreCase))
            .GroupBy(alias => alias.Value.ToLowerInvariant(), StringComparer.Ordinal)
            .Select(group => group.First());

    private void PublishOwnName(Family family, ComposeService service)
    {
        var name = service.Name.ToLowerInvariant();
        foreach (var port in Ports(service))
        {
            var own = new Publication(family, service, port, name);
            var ofMesh = _mesh?.Holder(name, port.Number);
            if (ofMesh == family)
            {
                _refused.Add(own);
                continue;
            }

            if (ofMesh is not null)
            {
                var other = own with { DnsName = $"{name}.{family.Name.ToLowerInvariant()}" };
                _diagnostics.Add(MeshMoveDiagnostics.NameIsTheMeshs(service.Name, port.Number, ofMesh.Name, other.DnsName, service.Origin));
                Publish(other, service.Origin);
                continue;
            }

            if (Holder(own) is not { } holder)
            {
                Publish(own, service.Origin);
                continue;
            }

            var qualified = own with { DnsName = $"{name}.{family.Name.ToLowerInvariant()}" };
            _diagnostics.Add(ServiceConnectDiagnostics.NameOfAnotherFamily(service.Name, port.Number, holder.Family.Name, family.Name, qualified.DnsName, service.Origin));
            Publish(qualified, service.Origin);
        }
    }

    private void PublishAlias(Family family, ComposeService service, Located<string> alias)
    {
        foreach (var port in Ports(service))
        {
            var publication = new Publication(family, service, port, alias.Value.ToLowerInvariant());
            if (_mesh?.Holder(publication.DnsName, port.Number) is { } ofMesh)
            {
                _refused.Add(publication);
                if (ofMesh != family)
                {
                    _diagnostics.Add(ServiceConnectDiagnostics.AliasTaken(alias.Value, port.Number, service.Name, alias.Value, ofMesh.Name, alias.Origin));
                }
            }
            else if (Holder(publication) is { } holder)
            {
                _refused.Add(publication);
                _diagnostics.Add(ServiceConnectDiagnostics.AliasTaken(alias.Value, port.Number, service.Name, holder.Service.Name, holder.Family.Name, alias.Origin));
            }
            else
            {
                Publish(publication, alias.Origin);
            }
        }
    }

    private void Publish(Publication publication, Location origin)
    {
        if (!ConnectName.IsDnsName(publication.DnsName) || !ConnectName.IsDiscoveryName(publication.DiscoveryName) || Holder(publication) is not null)
        {
            _refused.Add(publication);
            _diagnostics.Add(ServiceConnectDiagnostics.CannotBePublished(publication.DnsName, publication.Service.Name, origin));
            return;
        }

        _taken.Add(publication.DiscoveryName, publication);
        _published.Add(publication);
    }

    private Publication? Holder(Publication publication) => _taken.TryGetValue(publication.DiscoveryName, out var holder) ? holder : null;

    private static IEnumerable<ContainerPort> Ports(ComposeService service) => ContainerPort.Of(service).Where(port => port.Protocol == "tcp");
}
