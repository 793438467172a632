using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Templates;

/// <summary>
/// Finds and replaces what a template says of the templates it nests. Both notations are the compiler's own, so a
/// <c>TemplateURL</c> is one scalar on one line, and only one that names a template of the folder is touched.
/// </summary>
internal static partial class NestedTemplates
{
    /// <summary>The template files that a template nests, in order of appearance.</summary>
    public static IReadOnlyList<string> In(string template, IReadOnlyCollection<string> files) =>
        [.. Scalars().Matches(template).Select(FileOf).Where(files.Contains).Distinct(StringComparer.Ordinal)];

    /// <summary>The template with the file names replaced by addresses.</summary>
    public static string Replace(string template, IReadOnlyDictionary<string, string> urls) => Scalars().Replace(
        template,
        match => urls.TryGetValue(FileOf(match), out var url) ? match.Groups["key"].Value + "\"" + url + "\"" : match.Value);

    private static string FileOf(Match match)
    {
        var file = match.Groups["file"].Value;
        return file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file;
    }

    [GeneratedRegex("""(?<key>"TemplateURL"[ \t]*:[ \t]*|^[ \t]*TemplateURL:[ \t]+)(?<quote>["']?)(?<file>[^"'\r\n]+?)\k<quote>(?=[ \t]*(?:[,}]|\r?$))""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Scalars();
}
