using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;

namespace ComposeX.Model.Building;

/// <summary>Sorts services into families by the deploy label <c>ecs.task.family</c>, which may name several, separated by commas.</summary>
internal static class FamilyBuilder
{
    private const string FamilyLabel = "ecs.task.family";

    public static IReadOnlyList<Family> Build(IReadOnlyList<ComposeService> services)
    {
        var memberships = services.SelectMany(service => FamiliesOf(service).Select(family => (family, service))).ToList();
        return [.. memberships
            .GroupBy(membership => membership.family.Value, membership => membership, StringComparer.Ordinal)
            .Select(group => new Family(group.Key, InDependencyOrder([.. group.Select(member => member.service)]), group.First().family.Origin))];
    }

    private static IEnumerable<Located<string>> FamiliesOf(ComposeService service)
    {
        var label = service.Deploy?.Labels.FirstOrDefault(label => string.Equals(label.Name, FamilyLabel, StringComparison.Ordinal));
        if (label?.Value is not { } value)
        {
            return [new(service.Name, service.Origin)];
        }

        return value.Split(',').Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)
            .Select(name => new Located<string>(name, label.ValueOrigin));
    }

    // What is depended on comes first; otherwise the order written stays. Compose has refused cycles already.
    private static IReadOnlyList<ComposeService> InDependencyOrder(IReadOnlyList<ComposeService> services)
    {
        var ordered = new List<ComposeService>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            Visit(service);
        }

        return ordered;

        void Visit(ComposeService service)
        {
            if (!visited.Add(service.Name))
            {
                return;
            }

            foreach (var dependency in service.DependsOn)
            {
                if (services.FirstOrDefault(other => string.Equals(other.Name, dependency.Service, StringComparison.Ordinal)) is { } other)
                {
                    Visit(other);
                }
            }

            ordered.Add(service);
        }
    }
}
