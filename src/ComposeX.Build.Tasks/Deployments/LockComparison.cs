using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Deployments;

/// <summary>What the lock file says against what was found just now.</summary>
internal static class LockComparison
{
    /// <summary>A warning for each attribute that is not any more what the lock says, at its place in the lock.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="foundPath">A lock file of what was found.</param>
    /// <param name="file">What the lock is called, and what writes it.</param>
    public static IEnumerable<Diagnostic> Compare(string path, string foundPath, LockFile file)
    {
        var found = Attributes(foundPath).ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal);
        return
            from attribute in Attributes(path)
            where found.ContainsKey(attribute.Name) && Text(found[attribute.Name]) != Text(attribute.Value)
            select BuildDiagnostics.LockIsOld(attribute.Value.Location, attribute.Name, Text(attribute.Value), Text(found[attribute.Name]), file.Command);
    }

    // Those that a lock has not, or has for nobody, the build itself reports.
    private static IEnumerable<(string Name, YamlNode Value)> Attributes(string path) =>
        from section in Entries(Root(path)?["lookups"])
        from entry in Entries(section.Value)
        from attribute in Entries((entry.Value as YamlMapping)?["attributes"])
        select ($"{attribute.Name} of {section.Name}.{entry.Name}", attribute.Value);

    private static string Text(YamlNode node) => node is YamlScalar scalar ? scalar.Text : LookupText.Of(node);

    private static YamlMapping? Root(string path) =>
        File.Exists(path) && YamlReader.Read(new SourceFile(path, File.ReadAllText(path)), []) is [YamlMapping root] ? root : null;

    private static IEnumerable<YamlEntry> Entries(YamlNode? node) => (node as YamlMapping)?.Entries ?? [];
}
