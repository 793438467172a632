using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Syntax;
using ComposeX.Testing;

namespace ComposeX.Architecture.Tests.House;

/// <summary>Reads the repository: paths are relative to its root, with forward slashes.</summary>
internal static class SourceTree
{
    public static string Text(string path) => File.ReadAllText(Path.Combine(RepositoryFolders.Root, path));

    public static bool HasFile(string path) => File.Exists(Path.Combine(RepositoryFolders.Root, path));

    /// <summary>The files below a folder that have one of the endings, in ordinal order, without what a build makes.</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, params string[] endings) =>
    [
        .. Paths(new DirectoryInfo(Path.Combine(RepositoryFolders.Root, folder)))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(RepositoryFolders.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, Text(path))),
    ];

    /// <summary>The names of the folders in a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Folders(string folder)
    {
        var directory = new DirectoryInfo(Path.Combine(RepositoryFolders.Root, folder));
        return !directory.Exists ? [] : [.. Below(directory).Select(below => below.Name).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Paths(DirectoryInfo folder) => !folder.Exists ? [] :
        folder.EnumerateFiles().Select(file => file.FullName).Concat(Below(folder).SelectMany(Paths));

    private static IEnumerable<DirectoryInfo> Below(DirectoryInfo folder) => folder
        .EnumerateDirectories()
        .Where(below => below.Name is not ("bin" or "obj" or "artifacts" or "node_modules" or "TestResults" or "BenchmarkDotNet.Artifacts"));
}
