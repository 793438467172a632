using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>
/// Rewrites the load balancer that a service of 2020 asked for (<c>lb_type</c>, <c>is_public</c>), and the certificates given to it under
/// <c>x-acm</c>, as an entry of <c>x-elbv2</c> named for the family.
/// </summary>
internal sealed class LoadBalancers(YamlMapping? certificates, DiagnosticBag diagnostics)
{
    private static readonly string[] Keys = ["lb_type", "is_public"];

    private readonly HashSet<string> _served = new(StringComparer.Ordinal);

    /// <summary>The entries of <c>x-elbv2</c> that families ask for.</summary>
    public IReadOnlyList<YamlEntry> Rewrite(IReadOnlyList<Family> families)
    {
        var entries = families.Select(Rewrite).OfType<YamlEntry>().ToList();
        foreach (var (certificate, user) in CertificateUsers().Where(use => !_served.Contains(use.Use.Name.Value)))
        {
            diagnostics.Add(VintageDiagnostics.UnknownCertificateUser(user.Name.Value, certificate, user.Name.Origin));
        }

        return entries;
    }

    /// <summary>The keys of a service's <c>x-network</c> without what became a load balancer; what became nothing stays, to be reported.</summary>
    public static YamlMapping Remove(YamlMapping network)
    {
        if (Asked(network) is null)
        {
            return network;
        }

        var rest = network.Without(Keys);
        return rest.Entry("Ingress") is { Value: YamlMapping ingress } entry ? rest.With(new(entry.Key, ingress.Without("ExtSources", "AwsSources"))) : rest;
    }

    private static YamlScalar? Asked(YamlMapping? network) => network?["lb_type"] is YamlScalar { Text: not ("none" or "") } type && !ScalarResolver.IsNull(type) ? type : null;

    private static bool IsPublic(YamlMapping network) => network["is_public"] is YamlScalar { Text: var text } && string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private YamlEntry? Rewrite(Family family)
    {
        // A public one wins over a private one.
        var asking = family.Services
            .Select(service => (service, network: service.Network()))
            .Where(pair => Asked(pair.network) is not null)
            .OrderByDescending(pair => IsPublic(pair.network!))
            .FirstOrDefault();
        if (asking is not ({ } service, { } network) || Asked(network) is not { } type)
        {
            return null;
        }

        diagnostics.Add(ModelDiagnostics.OlderSpelling("lb_type", "an entry of x-elbv2", type.Location));
        var ports = service.Ports.Where(port => port.Protocol == "tcp").ToList();
        if (ports.Count == 0)
        {
            diagnostics.Add(VintageDiagnostics.NoBalancedPort(service.Name, type.Location));
            return null;
        }

        _served.UnionWith([family.Name, .. family.Services.Select(member => member.Name)]);
        var yaml = new Yaml(type.Location);
        var protocol = type.Text == "application" ? "HTTP" : "TCP";
        var given = CertificatesOf(family, ports);
        return new(yaml.Text(family.Name), yaml.Map(
            ("Properties", yaml.Map(("Type", type), ("Scheme", yaml.Text(IsPublic(network) ? "internet-facing" : "internal")))),
            ("MacroParameters", Ingress(network) is { } ingress ? yaml.Map(("Ingress", ingress)) : null),
            ("Listeners", yaml.Map([.. ports.GroupBy(ListenerPort, StringComparer.Ordinal).Select(port => (port.Key, (YamlNode?)Listener(yaml, Target(family, service, port.First()), protocol, given[port.Key])))])),
            ("Services", yaml.Map([.. ports.GroupBy(port => port.Target.Value).Select(port => (Target(family, service, port.First()), (YamlNode?)yaml.Map(
                ("port", yaml.Plain(Number(port.Key))),
                ("protocol", yaml.Text(protocol)),
                ("healthcheck", yaml.Text(FormattableString.Invariant($"{port.Key}:{protocol}:2:2:10:5"))))))]))));
    }

    private static YamlMapping Listener(Yaml yaml, string target, string protocol, IEnumerable<string> given)
    {
        var names = given.ToList();
        return yaml.Map(
            ("Protocol", yaml.Text(protocol)),
            ("Certificates", names.Count == 0 ? null : yaml.List(names.Select(name => yaml.Map(("x-acm", yaml.Text(name)))))),
            ("Targets", yaml.List([yaml.Map(("name", yaml.Text(target)), ("access", yaml.Text("/")))])));
    }

    // What may come in from outside comes to the balancer.
    private static YamlMapping? Ingress(YamlMapping network) => network["Ingress"] is YamlMapping ingress
        && ingress with { Entries = [.. ingress.Entries.Where(entry => entry.Name is "ExtSources" or "AwsSources")] } is { Entries.Count: > 0 } sources ? sources : null;

    private ILookup<string, string> CertificatesOf(Family family, IReadOnlyList<ComposePort> ports)
    {
        var uses = CertificateUsers().Where(use => use.Use.Name.Value == family.Name || family.Services.Any(service => service.Name == use.Use.Name.Value)).ToList();
        foreach (var (name, port) in uses.SelectMany(use => use.Use.Ports.Select(port => (use.Use.Name.Value, port))).Where(pair => !ports.Any(listening => ListenerPort(listening) == pair.port.Value)))
        {
            diagnostics.Add(VintageDiagnostics.NoSuchListener(port.Value, name, port.Origin));
        }

        return uses.SelectMany(use => use.Use.Ports.Select(port => (port.Value, use.Certificate))).ToLookup(pair => pair.Value, pair => pair.Certificate, StringComparer.Ordinal);
    }

    private IEnumerable<(string Certificate, (Located<string> Name, IReadOnlyList<Located<string>> Ports) Use)> CertificateUsers() =>
        from certificate in certificates?.Entries ?? []
        from item in ((certificate.Value as YamlMapping)?["Services"] as YamlSequence)?.Items.OfType<YamlMapping>() ?? []
        let name = item["name"] as YamlScalar
        where name is not null
        select (certificate.Name, (new Located<string>(name.Text, name.Location), Ports(item)));

    private static IReadOnlyList<Located<string>> Ports(YamlMapping use) =>
        [.. (use["ports"] as YamlSequence)?.Items.OfType<YamlScalar>().Select(port => new Located<string>(port.Text, port.Location)) ?? []];

    private static string ListenerPort(ComposePort port) => port.Published?.Value ?? Number(port.Target.Value);

    private static string Target(Family family, ComposeService service, ComposePort port) => $"{family.Name}:{service.Name}:{Number(port.Target.Value)}";

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);
}
