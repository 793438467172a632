using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Architecture.Tests.House;

/// <summary>One row of the drawing's table: a project and all it may import.</summary>
internal sealed record Room(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>The rows of the table in <c>src/README.md</c>: words are projects of the house, code spans are packages.</summary>
    public static IReadOnlyList<Room> Table(string markdown) =>
    [
        .. markdown.Split('\n')
            .Where(line => line.StartsWith("| `ComposeX.", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => Of(cells[1].Trim('`'), cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
    ];

    private static Room Of(string name, string[] imports) => new(
        name,
        [.. imports.Where(import => import[0] != '`').Select(import => "ComposeX." + import)],
        [.. imports.Where(import => import[0] == '`').Select(import => import.Trim('`'))]);
}
