using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// The order in which families start. Services may wait for each other without a circle where their families, which CloudFormation
/// creates as a whole, do not: then the last step of the circle is not waited for, and the user is told.
/// </summary>
internal static class FamilyOrder
{
    /// <summary>The contributions without those that would close a circle.</summary>
    public static IReadOnlyList<Contribution> WithoutCircles(IReadOnlyList<Family> families, IReadOnlyList<Contribution> contributions, DiagnosticBag diagnostics)
    {
        var edges = contributions.OfType<DependOn>().ToLookup(edge => edge.Family.Name, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var closing = new HashSet<(string, string)>();
        foreach (var family in families)
        {
            Walk(family.Name, edges, done, closing, diagnostics);
        }

        return closing.Count == 0 ? contributions : [.. contributions.Where(contribution => contribution is not DependOn edge || !closing.Contains((edge.Family.Name, edge.On.Name)))];
    }

    // Depth first, with a stack of its own: a chain may be as long as the file.
    private static void Walk(string start, ILookup<string, DependOn> edges, HashSet<string> done, HashSet<(string, string)> closing, DiagnosticBag diagnostics)
    {
        var path = new List<(string Name, IReadOnlyList<DependOn> Edges, int Next)> { (start, [.. edges[start]], 0) };
        var onPath = new HashSet<string>(StringComparer.Ordinal) { start };
        while (path.Count > 0)
        {
            var (name, from, next) = path[path.Count - 1];
            if (done.Contains(name) || next == from.Count)
            {
                done.Add(name);
                onPath.Remove(name);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[path.Count - 1] = (name, from, next + 1);
            var on = from[next].On.Name;
            if (onPath.Contains(on))
            {
                if (closing.Add((name, on)))
                {
                    var circle = path.SkipWhile(step => !string.Equals(step.Name, on, StringComparison.Ordinal)).Select(step => step.Name);
                    diagnostics.Add(FamilyDiagnostics.FamilyCircle([.. circle, on], from[next].Origin));
                }
            }
            else if (!done.Contains(on))
            {
                onPath.Add(on);
                path.Add((on, [.. edges[on]], 0));
            }
        }
    }
}
