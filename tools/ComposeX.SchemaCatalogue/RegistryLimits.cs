using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.SchemaCatalogue;

/// <summary>
/// The schemas of AWS's resource registry, of which the database keeps no patterns and no limits: a folder of
/// <c>resources/*.json</c> and a list of which file holds which type, as in cfn-lint's package.
/// </summary>
internal sealed partial class RegistryLimits
{
    private readonly Dictionary<string, string> _files;

    private RegistryLimits(Dictionary<string, string> files) => _files = files;

    public int Count => _files.Count;

    public static RegistryLimits Read(string folder)
    {
        var list = File.ReadAllText(Path.Combine(folder, "providers", "us_east_1.py"));
        return new RegistryLimits(ListEntry().Matches(list).ToDictionary(
            match => match.Groups[1].Value,
            match => Path.Combine(folder, "resources", match.Groups[2].Value + ".json"),
            StringComparer.Ordinal));
    }

    public ResourceSchema AddTo(ResourceSchema schema)
    {
        if (!_files.TryGetValue(schema.TypeName, out var path))
            return schema;
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new LimitsOfType(schema, document.RootElement).Merge();
    }

    [GeneratedRegex("\"([\\w:]+)\": \"([0-9a-f]+)\"")]
    private static partial Regex ListEntry();
}
