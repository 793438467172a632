using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Lookups;

/// <summary>Reads by what something is to be found: <c>Arn</c>, <c>Identifier</c>, <c>Name</c> or <c>Tags</c>, and <c>RoleArn</c> and <c>Region</c> beside.</summary>
public static class LookupKeyReader
{
    private static readonly Regex Role = new(@"^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\w+=,.@/-]+$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    private static readonly Regex RegionName = new("^[a-z]{2,}(-[a-z]+)+-[0-9]+$", RegexOptions.CultureInvariant);

    public static LookupKey Read(LookupQuery query, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(query.By, diagnostics);
        var arn = reader.Text("Arn");
        var identifiers = reader.Texts("Identifier");
        var name = reader.Text("Name");
        var tags = reader.Node("Tags", "tags");
        var isPrivate = query.Source.IsFoundByName ? reader.Boolean("IsPrivateZone") : null;
        var role = reader.Node("RoleArn") ?? query.RoleArn;
        var region = reader.Text("Region");
        reader.RejectOthers("A look-up");
        Check(query, arn, role, region, diagnostics);
        if (arn is null && identifiers.Count == 0 && tags is null && !(query.Source.IsFoundByName && name is not null))
        {
            diagnostics.Add(LookupDiagnostics.NothingToFindBy(query.Source.IsFoundByName, query.By.Location));
        }

        return new()
        {
            Arn = arn?.Value,
            Identifiers = [.. identifiers.Select(identifier => identifier.Value)],
            Name = name?.Value,
            IsPrivate = isPrivate?.Value,
            Tags = tags is null ? [] : ReadTags(tags, diagnostics),
            RoleArn = (role as YamlScalar)?.Text,
            Region = region?.Value,
        };
    }

    private static void Check(LookupQuery query, Located<string>? arn, YamlNode? role, Located<string>? region, DiagnosticBag diagnostics)
    {
        if (arn is { } written && !Regex.IsMatch(written.Value, $"^(?:{query.Source.ArnPattern})$", RegexOptions.CultureInvariant))
        {
            diagnostics.Add(LookupDiagnostics.OtherArn(written.Value, query.Source.Type, written.Origin));
        }

        if (role is not null && !(role is YamlScalar { Text: var text } && Role.IsMatch(text)))
        {
            diagnostics.Add(LookupDiagnostics.NoRole((role as YamlScalar)?.Text ?? "RoleArn", role.Location));
        }

        if (region is { } place && !RegionName.IsMatch(place.Value))
        {
            diagnostics.Add(LookupDiagnostics.NoRegion(place.Value, place.Origin));
        }
    }

    // One key several times, and a list behind a key, mean one of the values; different keys must all be there.
    private static IReadOnlyList<LookupTag> ReadTags(YamlNode node, DiagnosticBag diagnostics)
    {
        IReadOnlyList<YamlMapping> maps = node switch
        {
            YamlMapping map => [map],
            YamlSequence list when list.Items.All(item => item is YamlMapping) => [.. list.Items.OfType<YamlMapping>()],
            _ => [],
        };
        var pairs = maps.SelectMany(map => map.Entries).ToList();
        if (pairs.Count == 0 || pairs.Any(pair => !AreTexts(pair.Value)))
        {
            diagnostics.Add(LookupDiagnostics.NoTags(node.Location));
            return [];
        }

        return [.. pairs
            .SelectMany(pair => Values(pair.Value).Select(value => (pair.Name, value)))
            .GroupBy(pair => pair.Name, pair => pair.value, StringComparer.Ordinal)
            .Select(group => new LookupTag(group.Key, [.. group.Distinct(StringComparer.Ordinal)]))];
    }

    private static bool AreTexts(YamlNode node) =>
        node is YamlScalar || (node is YamlSequence { Items.Count: > 0 } list && list.Items.All(item => item is YamlScalar));

    private static IEnumerable<string> Values(YamlNode node) => node is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(Text) : [Text((YamlScalar)node)];

    // True, TRUE and true are one value of YAML, and AWS compares texts.
    private static string Text(YamlScalar scalar) =>
        scalar.Style == YamlScalarStyle.Plain && bool.TryParse(scalar.Text, out var flag) ? (flag ? "true" : "false") : scalar.Text;
}
