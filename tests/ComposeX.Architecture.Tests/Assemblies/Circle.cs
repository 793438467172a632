using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Architecture.Tests.Assemblies;

/// <summary>Finds circles among folders.</summary>
internal static class Circle
{
    /// <summary>One sentence for each set of namespaces that can reach each other, with a use for every arrow in it.</summary>
    public static IReadOnlyList<string> Among(IReadOnlyList<TypeUse> uses)
    {
        var arrows = uses.Where(use => use.Namespace != use.UsedNamespace).ToList();
        var reached = arrows.Select(use => use.Namespace).Distinct().ToDictionary(from => from, from => Reach(from, arrows));
        return
        [
            .. reached.Keys
                .Where(from => reached[from].Contains(from))
                .Select(from => string.Join('\n', reached[from].Where(to => reached.TryGetValue(to, out var back) && back.Contains(from)).Order(StringComparer.Ordinal)))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(circle => Describe(circle.Split('\n'), arrows)),
        ];
    }

    private static HashSet<string> Reach(string from, List<TypeUse> arrows)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var current))
        {
            foreach (var arrow in arrows.Where(arrow => arrow.Namespace == current && reached.Add(arrow.UsedNamespace)))
            {
                open.Push(arrow.UsedNamespace);
            }
        }

        return reached;
    }

    private static string Describe(string[] circle, List<TypeUse> arrows) =>
        $"{string.Join(" ↔ ", circle)}: " + string.Join(", ", arrows
            .Where(arrow => circle.Contains(arrow.Namespace) && circle.Contains(arrow.UsedNamespace))
            .GroupBy(arrow => (arrow.Namespace, arrow.UsedNamespace))
            .Select(arrow => $"{Short(arrow.Key.Namespace)} → {Short(arrow.Key.UsedNamespace)} ({string.Join("; ", arrow.Select(use => $"{use.Type} names {use.UsedType}").Order(StringComparer.Ordinal).Take(3))})"));

    private static string Short(string name) => name[(name.LastIndexOf('.') + 1)..];
}
