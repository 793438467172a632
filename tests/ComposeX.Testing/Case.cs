using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ComposeX.Syntax;

namespace ComposeX.Testing;

/// <summary>
/// One case: a folder of the source tree with the input and, beside it, the baselines that are expected of it.
/// A folder that holds a file is a case with all that is below it; one that holds only folders is a category.
/// </summary>
/// <param name="Name">The path from <c>Cases/</c>, such as <c>Broken/TabIndent</c>.</param>
/// <param name="Folder">The folder on disk.</param>
public sealed record Case(string Name, string Folder)
{
    /// <summary>Where the case's files are as far as the engine sees: the same on every machine.</summary>
    public const string Root = "/case";

    /// <summary>Every file of the case, at <see cref="Root"/>.</summary>
    public MemoryFiles Files => MemoryFiles.Of(Folder, Root);

    /// <summary>A file of the case by its name, at <see cref="Root"/>; null when there is none.</summary>
    public SourceFile? File(string name) => Files.Read(Root + "/" + name);

    /// <summary>The cases below a folder of a test project's <c>Cases/</c>, in ordinal order.</summary>
    public static IReadOnlyList<Case> All(Assembly tests, string category = "") =>
        Below(Path.Combine(RepositoryFolders.TestProject(tests), "Cases"), category);

    /// <summary>The cases in a category below a folder, in ordinal order of their names.</summary>
    public static IReadOnlyList<Case> Below(string root, string category = "")
    {
        var start = Path.Combine(root, category);
        return !Directory.Exists(start) ? [] :
        [
            .. Folders(start)
                .Select(folder => new Case(folder[root.Length..].TrimStart('/', '\\').Replace('\\', '/'), folder))
                .OrderBy(found => found.Name, StringComparer.Ordinal),
        ];
    }

    public override string ToString() => Name;

    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateFiles(folder).Any()
        ? [folder]
        : Directory.EnumerateDirectories(folder).SelectMany(Folders);
}
