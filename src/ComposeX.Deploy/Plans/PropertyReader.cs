using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Plans;

/// <summary>Reads the details of a change: one line for each property or part of one, however often CloudFormation names it.</summary>
internal static class PropertyReader
{
    public static IReadOnlyList<PlannedProperty> Read(ResourceChange change) =>
    [
        .. change.Details
            .Select(detail => (Detail: detail, Name: detail.Name ?? detail.Attribute ?? "", Path: PathOf(detail)))
            .GroupBy(found => (found.Name, found.Path))
            .Select(group => Property(change.ResourceType, group.Key.Name, group.Key.Path, [.. group.Select(found => found.Detail)])),
    ];

    // Named for a parameter and again for the resource that hands it on: one has the values, all have causes.
    private static PlannedProperty Property(string type, string name, string? path, IReadOnlyList<ResourceChangeDetail> details) => new(
        name,
        details.Select(detail => detail.BeforeValue).FirstOrDefault(value => value is not null),
        details.Select(detail => detail.AfterValue).FirstOrDefault(value => value is not null),
        Recreation(type, name, details))
    {
        Path = path,
        Causes = [.. details.Select(detail => detail.CausingEntity).OfType<string>().Where(cause => cause.Length > 0).Distinct(StringComparer.Ordinal).OrderBy(cause => cause, StringComparer.Ordinal)],
    };

    private static string Recreation(string type, string name, IReadOnlyList<ResourceChangeDetail> details)
    {
        var said = details.Select(detail => detail.RequiresRecreation).OfType<string>().ToList();
        return said.Contains("Always") ? "Always" : said.Contains("Conditionally") ? "Conditionally" : said.Count > 0 ? "Never" : FromSchema(type, name);
    }

    /// <summary>What AWS's published data says, for where CloudFormation does not.</summary>
    private static string FromSchema(string type, string name) =>
        SchemaCatalogue.Default.Find(type)?.Properties.TryGetValue(name, out var property) == true
            ? property.Replacement switch { Replacement.Always => "Always", Replacement.Maybe => "Conditionally", _ => "Never" }
            : "Never";

    // "/Properties/Environment/0/Value" is a part of "Environment"; "/Properties/Environment" is all of it.
    private static string? PathOf(ResourceChangeDetail detail)
    {
        var parts = (detail.Path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var inside = parts.Length > 0 && parts[0] == (detail.Attribute ?? "Properties") ? parts[1..] : parts;
        return inside.Length > 1 ? "/" + string.Join('/', inside) : null;
    }
}
