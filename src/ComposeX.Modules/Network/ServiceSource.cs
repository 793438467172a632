using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>An entry of <c>Services</c>: another service of the application, or a family, by name.</summary>
internal static class ServiceSource
{
    public static IEnumerable<Contribution> Read(YamlNode item, NetworkScope scope)
    {
        var reader = MappingReader.Of(item as YamlMapping, scope.Diagnostics);
        var name = item is YamlScalar scalar ? new Located<string>(scalar.Text, scalar.Location) : reader.Text("Name");
        if (name is not { } given)
        {
            scope.Diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a list of entries with the Name of a service each", item.Location));
            return [];
        }

        _ = reader.Node("Name");
        var dependsOn = reader.Boolean("DependsOn");
        var ports = OpenPorts.For(reader, false, $"\"{given.Value}\"", scope, item.Location);
        reader.RejectOthers("Services of x-network");
        var sources = scope.Surroundings.Resolve(given.Value);
        if (sources.Count == 0)
        {
            var families = scope.Surroundings.Families;
            var known = families.Select(family => family.Name).Concat(families.SelectMany(family => family.Services).Select(service => service.Name));
            scope.Diagnostics.Add(ModelDiagnostics.UnknownTarget(given.Value, [.. known.Distinct(StringComparer.Ordinal)], given.Origin));
        }

        return
        [
            .. sources.SelectMany(source => Ingress.Open(new FamilySource(source), ports, null, given.Origin, scope)),
            .. dependsOn is { Value: true } asked ? sources.SelectMany(source => Wait(source, asked.Origin, scope)) : [],
        ];
    }

    // Who comes in starts after who is there.
    private static IEnumerable<Contribution> Wait(Family source, Location origin, NetworkScope scope)
    {
        var family = scope.Family;
        if (string.Equals(source.Name, family.Name, StringComparison.Ordinal))
        {
            return [];
        }

        if (!WaitsFor(family, source))
        {
            return [new DependOn(source, family, origin)];
        }

        scope.Diagnostics.Add(NetworkDiagnostics.WaitsAlready(family.Name, source.Name, origin));
        return [];
    }

    private static bool WaitsFor(Family family, Family other) => family.Services
        .SelectMany(service => service.DependsOn)
        .Where(dependency => !IsIn(family, dependency))
        .Any(dependency => IsIn(other, dependency));

    private static bool IsIn(Family family, ComposeDependency dependency) => family.Services.Any(service => string.Equals(service.Name, dependency.Service, StringComparison.Ordinal));
}
