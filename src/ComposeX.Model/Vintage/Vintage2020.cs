using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>
/// Rewrites the spelling of 2020 (<c>x-configs</c>, <c>x-dns</c>, a load balancer as a property of a service) as today's keys, each with a
/// note on what to write instead, so that no room knows but one spelling.
/// </summary>
public static class Vintage2020
{
    private static readonly string[] OldKeys = ["x-configs", "x-dns"];

    /// <summary>The project in today's spelling.</summary>
    /// <param name="familiesOf">How services are sorted into families.</param>
    public static ComposeProject Rewrite(ComposeProject project, Func<IReadOnlyList<ComposeService>, IReadOnlyList<Family>> familiesOf, DiagnosticBag diagnostics)
    {
        var keys = Topics.Rewrite(new(project.Extensions, project.Root.Location), diagnostics);
        var configs = new ServiceConfigs(Configs(keys, diagnostics), diagnostics);
        configs.ReportUnknownServices(project.Services);
        IReadOnlyList<ComposeService> services = [.. project.Services.Select(configs.Rewrite)];
        var families = familiesOf(services);

        var certificates = keys["x-acm"] as YamlMapping;
        var balancers = new LoadBalancers(certificates, diagnostics).Rewrite(families);
        var discovery = new Discovery(keys.Entry("x-dns"), diagnostics);
        var namespaces = discovery.Namespaces(families);
        var hosts = Hosts.Rewrite(keys["x-configs"] as YamlMapping, diagnostics);
        return project with
        {
            Services = [.. services.Select(service => Rewrite(service, discovery))],
            Extensions = AddTo(AddTo(AddTo(WithoutUsers(keys.Without(OldKeys), certificates), "x-elbv2", balancers), "x-cloudmap", namespaces), "x-ec2", hosts).Entries,
        };
    }

    private static YamlMapping? Configs(YamlMapping keys, DiagnosticBag diagnostics)
    {
        if (keys["x-configs"] is { } node and not YamlMapping && !ScalarResolver.IsNull(node))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("x-configs", "a mapping of services, or composex, to their settings", node.Location));
        }

        return keys["x-configs"] as YamlMapping;
    }

    private static ComposeService Rewrite(ComposeService service, Discovery discovery) => service.Network() is { } network
        ? service.WithNetwork(discovery.Register(LoadBalancers.Remove(network), service.Ports.Count > 0, service.Origin))
        : service.WithNetwork(discovery.Register(new([], service.Origin), service.Ports.Count > 0, service.Origin));

    // A certificate's list of services became the listeners' lists of certificates.
    private static YamlMapping WithoutUsers(YamlMapping keys, YamlMapping? certificates) => certificates is null ? keys : keys.With(new(
        keys.Entry("x-acm")!.Key,
        certificates with { Entries = [.. certificates.Entries.Select(entry => entry.Value is YamlMapping certificate && certificate["Services"] is YamlSequence ? new(entry.Key, certificate.Without("Services")) : entry)] }));

    private static YamlMapping AddTo(YamlMapping keys, string key, IReadOnlyList<YamlEntry> entries)
    {
        if (entries.Count == 0)
        {
            return keys;
        }

        var yaml = new Yaml(entries[0].Key.Location);
        return keys[key] is YamlMapping old
            ? keys.With(new(keys.Entry(key)!.Key, new YamlMapping(entries, old.Location).Merge(old)))
            : keys.With(new(yaml.Text(key), new YamlMapping(entries, yaml.Location)));
    }
}
