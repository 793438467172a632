using System;
using System.IO;

namespace ComposeX.Deploy.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string PathOf(string relative)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Not below the repository.");
        return Path.Combine(folder, relative);
    }
}
