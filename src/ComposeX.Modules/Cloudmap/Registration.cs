using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cloudmap;

/// <summary>An entry of <c>x-network.x-cloudmap</c>: the namespace that a family is to be found in, and as what.</summary>
/// <param name="Port">The port inside the container, or null for the first.</param>
/// <param name="Name">The name in DNS, without the namespace's.</param>
internal sealed record Registration(Located<string> Namespace, Located<long>? Port, Located<string> Name, ComposeService Service)
{
    private const string HostNameLabel = "ecs.task.family.hostname";

    /// <summary>What the services of a family ask for, in their order.</summary>
    public static IReadOnlyList<Registration> Of(Family family, DiagnosticBag diagnostics) =>
        [.. family.Services.SelectMany(service => Read(service, family, diagnostics))];

    /// <summary>Whether another service of the family asks for the same, as all of them do in files of 2020.</summary>
    public bool IsSameAs(Registration other) => Port is null && other.Port is null
        && string.Equals(Namespace.Value, other.Namespace.Value, StringComparison.Ordinal) && string.Equals(Name.Value, other.Name.Value, StringComparison.Ordinal);

    private static IEnumerable<Registration> Read(ComposeService service, Family family, DiagnosticBag diagnostics)
    {
        var network = service.Extensions.FirstOrDefault(extension => extension.Name == "x-network")?.Value as YamlMapping;
        switch (network?["x-cloudmap"])
        {
            case null:
                return [];
            case YamlScalar name when !ScalarResolver.IsNull(name):
                return [new(new(name.Text, name.Location), null, HostName(service, family), service)];
            case YamlMapping namespaces:
                return [.. namespaces.Entries.Select(entry => ReadEntry(entry, service, family, diagnostics))];
            case var other:
                diagnostics.Add(ModelDiagnostics.WrongKind("x-cloudmap", "the name of a namespace under x-cloudmap, or a mapping of such names to Port and Name", other.Location));
                return [];
        }
    }

    private static Registration ReadEntry(YamlEntry entry, ComposeService service, Family family, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlMapping && !ScalarResolver.IsNull(entry.Value))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with Port and Name", entry.Value.Location));
        }

        var reader = MappingReader.Of(entry.Value as YamlMapping, diagnostics);
        var registration = new Registration(new(entry.Name, entry.Key.Location), reader.Integer("Port"), reader.Text("Name") ?? HostName(service, family), service);
        reader.RejectOthers("x-network.x-cloudmap");
        return registration;
    }

    private static Located<string> HostName(ComposeService service, Family family)
    {
        var label = family.Services
            .SelectMany(member => member.Deploy?.Labels ?? [])
            .FirstOrDefault(label => string.Equals(label.Name, HostNameLabel, StringComparison.Ordinal) && label.Value is not null);
        return label is not null ? new(label.Value ?? "", label.ValueOrigin)
            : service.Hostname ?? new(family.Name.ToLowerInvariant().Replace('_', '-'), family.Origin);
    }
}
