using System;
using System.IO;
using System.Reflection;
using Xunit;

namespace ComposeX.Testing;

/// <summary>Finds the folders of the source tree that tests read and, when baselines are accepted, write.</summary>
public static class RepositoryFolders
{
    /// <summary>The root of the repository that the running tests were built from.</summary>
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    /// <summary>The source folder of a test project: the one named as its assembly.</summary>
    public static string TestProject(Assembly assembly) => Path.Combine(Root, "tests", assembly.GetName().Name!);

    /// <summary>A folder of the corpora that may lie beside the repository; where it does not, the test is skipped and says so.</summary>
    public static string Corpus(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus", name));
        Assert.SkipUnless(Directory.Exists(folder), $"The corpus \"{name}\" is not beside this repository (../shared/corpus/{name}).");
        return folder;
    }

    private static string RootAbove(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "Directory.Packages.props")))
            {
                return current.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {folder} holds Directory.Packages.props, which marks the repository's root.");
    }
}
