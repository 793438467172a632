using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// Families that wait for each other. Services alone may have no circle where their families have one, and CloudFormation creates a
/// family as a whole.
/// </summary>
internal static class FamilyCycles
{
    public static void Check(IReadOnlyList<Family> families, IEnumerable<Contribution> contributions, DiagnosticBag diagnostics)
    {
        var edges = contributions.OfType<DependOn>().ToLookup(edge => edge.Family.Name, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            if (Find(family.Name, edges, done) is { } cycle)
            {
                diagnostics.Add(FamilyDiagnostics.FamilyCycle([.. cycle.Select(edge => edge.Family.Name), cycle[0].Family.Name], cycle[cycle.Count - 1].Origin));
                return;
            }
        }
    }

    // Depth first, with a stack of its own.
    private static IReadOnlyList<DependOn>? Find(string start, ILookup<string, DependOn> edges, HashSet<string> done)
    {
        var path = new List<(string Name, IReadOnlyList<DependOn> Edges, int Next)> { (start, [.. edges[start]], 0) };
        while (path.Count > 0)
        {
            var (name, from, next) = path[path.Count - 1];
            if (done.Contains(name) || next == from.Count)
            {
                done.Add(name);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[path.Count - 1] = (name, from, next + 1);
            var on = from[next].On.Name;
            if (path.FindIndex(step => string.Equals(step.Name, on, StringComparison.Ordinal)) is >= 0 and var first)
            {
                return [.. path.Skip(first).Select(step => step.Edges[step.Next - 1])];
            }

            if (!done.Contains(on))
            {
                path.Add((on, [.. edges[on]], 0));
            }
        }

        return null;
    }
}
