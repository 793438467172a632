using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>Services may not depend on themselves, directly or through others.</summary>
internal static class DependencyCycles
{
    public static void Check(IReadOnlyList<(YamlEntry Entry, YamlMapping Node)> services, DiagnosticBag diagnostics)
    {
        var dependencies = services.ToDictionary(
            service => service.Entry.Name,
            service => service.Node["depends_on"].AsMapping()?.Entries ?? [],
            StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, _) in services)
        {
            if (Cycle(entry.Name, dependencies, done) is { } found)
            {
                diagnostics.Add(ConsistencyDiagnostics.DependencyCycle(found.At, found.Services));
                return;
            }
        }
    }

    // Depth first with a stack of its own: a chain of a thousand services is no reason to run out of the thread's.
    private static (Location At, IReadOnlyList<string> Services)? Cycle(string start, Dictionary<string, IReadOnlyList<YamlEntry>> dependencies, HashSet<string> done)
    {
        var path = new List<(string Name, int Next)> { (start, 0) };
        var onPath = new HashSet<string>(StringComparer.Ordinal) { start };
        while (path.Count > 0)
        {
            var (name, next) = path[path.Count - 1];
            if (done.Contains(name) || next == dependencies[name].Count)
            {
                done.Add(name);
                onPath.Remove(name);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[path.Count - 1] = (name, next + 1);
            var dependency = dependencies[name][next];
            if (onPath.Contains(dependency.Name))
                return (dependency.Key.Location, [.. path.Select(step => step.Name).SkipWhile(step => step != dependency.Name), dependency.Name]);

            if (dependencies.ContainsKey(dependency.Name) && !done.Contains(dependency.Name))
            {
                path.Add((dependency.Name, 0));
                onPath.Add(dependency.Name);
            }
        }

        return null;
    }
}
