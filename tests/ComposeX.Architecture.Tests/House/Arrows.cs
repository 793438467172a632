using System;
using System.Collections.Generic;
using System.IO.Enumeration;
using System.Linq;

namespace ComposeX.Architecture.Tests.House;

/// <summary>Compares the table with the project files.</summary>
internal static class Arrows
{
    /// <summary>Each place where the house is not as drawn, as a sentence.</summary>
    public static IReadOnlyList<string> Violations(IReadOnlyList<Room> rooms, IReadOnlyList<ProjectFile> projects)
    {
        var names = projects.Select(project => project.Name).ToList();
        return
        [
            .. rooms.Where(room => !names.Contains(room.Name)).Select(room => $"{room.Name} is in the table, but there is no such project."),
            .. names.Except(rooms.Select(room => room.Name)).Select(name => $"{name} is a project, but not in the table."),
            .. rooms.SelectMany((room, i) => Upward(room, [.. rooms.Take(i).Select(above => above.Name)])),
            .. rooms.SelectMany(room => projects.Where(project => project.Name == room.Name).SelectMany(project => Violations(room, project))),
        ];
    }

    // The table goes from the ground up: a room imports only what stands above it there, so no circle can be drawn.
    private static IEnumerable<string> Upward(Room room, IReadOnlyList<string> below) => room.Projects
        .Where(import => !below.Contains(import))
        .Select(import => $"{room.Name} may import {import} by the table, which does not stand before it.");

    private static IEnumerable<string> Violations(Room room, ProjectFile project) =>
    [
        .. project.Projects.Except(room.Projects).Select(import => $"{room.Name} imports {import}, which the table does not allow."),
        .. room.Projects.Except(project.Projects).Select(import => $"{room.Name} may import {import} by the table, but does not."),
        .. project.Packages.Where(package => !room.Packages.Any(pattern => Matches(pattern, package))).Select(package => $"{room.Name} imports the package {package}, which the table does not allow."),
        .. room.Packages.Where(pattern => !project.Packages.Any(package => Matches(pattern, package))).Select(pattern => $"{room.Name} may import the package {pattern} by the table, but does not."),
        .. project.TurnsTransitiveReferencesOn ? (string[])[$"{room.Name} lets imports come in through others."] : [],
    ];

    private static bool Matches(string pattern, string package) => FileSystemName.MatchesSimpleExpression(pattern, package, ignoreCase: false);
}
