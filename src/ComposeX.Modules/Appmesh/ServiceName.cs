using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>The name in DNS of a service of the mesh, and whether Cloud Map has to be told of it so that it resolves.</summary>
/// <param name="FullName">The name that others call: <c>time.cluster.lan</c>.</param>
/// <param name="Namespace">The namespace of <c>x-cloudmap</c> that it is in; null for a name with dots that is in none.</param>
/// <param name="Label">What stands before the namespace's name.</param>
/// <param name="IsRegistered">Whether tasks, or a resource, are found under it already.</param>
internal sealed record ServiceName(MeshService Service, string FullName, string? Namespace, string Label, bool IsRegistered)
{
    private static readonly Regex Labels = new(@"^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*$", RegexOptions.CultureInvariant);

    /// <summary>The names of all services, those left out that have none, which is reported.</summary>
    public static IReadOnlyList<ServiceName> Of(MeshPlan plan, MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var names = plan.Services.Select(service => Of(service, topology, surroundings, diagnostics)).OfType<ServiceName>().ToList();
        foreach (var same in names.GroupBy(name => name.FullName, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var again in same.Skip(1).Where(again => again.Service.Name.Value != same.First().Service.Name.Value))
            {
                diagnostics.Add(AppmeshDiagnostics.SameName(same.Key, same.First().Service.Name.Value, again.Service.Name.Origin));
            }
        }

        return names;
    }

    private static ServiceName? Of(MeshService service, MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var name = service.Name;
        if (!Labels.IsMatch(name.Value))
        {
            diagnostics.Add(AppmeshDiagnostics.BadServiceName(name.Value, name.Origin));
            return null;
        }

        var namespaces = surroundings.Offers<NamespaceOffer>().Where(pair => pair.Offer.IsPrivate).ToList();
        var wanted = service.Namespace?.Value ?? Usual(topology, surroundings);
        var found = namespaces.FirstOrDefault(pair => string.Equals(pair.Declaration.Name, wanted, StringComparison.Ordinal));
        if (found.Declaration is null)
        {
            diagnostics.Add(AppmeshDiagnostics.NoSuchNamespace(wanted ?? "x-cloudmap", [.. namespaces.Select(pair => pair.Declaration.Name)], service.Namespace?.Origin ?? name.Origin));
            return null;
        }

        var zone = "." + found.Offer.ZoneName;
        var isWhole = name.Value.EndsWith(zone, StringComparison.OrdinalIgnoreCase);
        if (name.Value.Contains('.') && !isWhole)
        {
            // A name of somebody else's zone resolves by itself, or not at all.
            return new(service, name.Value, null, name.Value, true);
        }

        var label = isWhole ? name.Value.Substring(0, name.Value.Length - zone.Length) : name.Value;
        return new(service, label + zone, wanted, label, IsFound(label, found.Declaration.Name, surroundings));
    }

    // Where the nodes are registered; the first node decides.
    private static string? Usual(MeshTopology topology, Surroundings surroundings) =>
        surroundings.Offers<RegistryOffer>().Select(pair => pair.Offer).FirstOrDefault(registry => topology.Ends.Any(end => end.Family?.Name == registry.FamilyName))?.Namespace
        ?? surroundings.Offers<NamespaceOffer>().FirstOrDefault(pair => pair.Offer.IsPrivate).Declaration?.Name;

    private static bool IsFound(string label, string cloudmap, Surroundings surroundings) =>
        surroundings.Offers<RegistryOffer>().Any(pair => Is(pair.Offer.Namespace, pair.Offer.ServiceName, cloudmap, label))
        || surroundings.Declarations.Any(declaration => declaration.Registration?.Value is YamlMapping registration
            && registration["Namespace"] is YamlScalar name
            && (registration["DnsSettings"] as YamlMapping)?["Hostname"] is YamlScalar hostname && Is(name.Text, hostname.Text, cloudmap, label));

    private static bool Is(string cloudmap, string name, string wanted, string label) =>
        string.Equals(cloudmap, wanted, StringComparison.Ordinal) && string.Equals(name, label, StringComparison.OrdinalIgnoreCase);
}
