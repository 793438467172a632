using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ComposeX.Build.Tasks.Images;

/// <summary>A hash of what goes into an image: the published files and what the container is told, not when or where they were made.</summary>
internal static class ContentHash
{
    // Without them, two builds of the same code would be two images.
    private static readonly string[] NotContent =
    [
        "label org.opencontainers.image.created=", "label org.opencontainers.artifact.created=", "label org.opencontainers.image.revision=", "label net.dot.sdk.version=",
    ];

    // The files' times, which the list of a web project's static files repeats.
    private static readonly Regex LastModified = new("""(?<="Name":"Last-Modified","Value":")[^"]*""", RegexOptions.CultureInvariant);

    /// <summary>The hash as 64 hex digits.</summary>
    /// <param name="folder">The published files.</param>
    /// <param name="facts">What the container is told, a line each.</param>
    public static string Of(string folder, IEnumerable<string> facts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Line(hash, "composex image 1");
        foreach (var fact in facts.Where(fact => !NotContent.Any(name => fact.StartsWith(name, StringComparison.Ordinal))))
        {
            Line(hash, "fact " + fact);
        }

        foreach (var (name, path) in Files(folder))
        {
            Line(hash, "file " + name + " " + OfFile(path));
        }

        return Hex(hash.GetHashAndReset());
    }

    private static IEnumerable<(string Name, string Path)> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: path.Substring(folder.Length).TrimStart('/', '\\').Replace('\\', '/'), Path: path))
            .Where(file => !file.Name.EndsWith(".pdb", StringComparison.OrdinalIgnoreCase))
            .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static string OfFile(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = File.ReadAllBytes(path);
        if (path.EndsWith(".staticwebassets.endpoints.json", StringComparison.OrdinalIgnoreCase))
            bytes = Encoding.UTF8.GetBytes(LastModified.Replace(Encoding.UTF8.GetString(bytes), ""));
#if !NETFRAMEWORK
        if (!path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || !AssemblyContent.TryAppend(bytes, hash))
#endif
        hash.AppendData(bytes);
        return Hex(hash.GetHashAndReset());
    }

    private static void Line(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
