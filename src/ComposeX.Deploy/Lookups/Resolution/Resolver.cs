using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Lookups.Readers;

namespace ComposeX.Deploy.Lookups.Resolution;

/// <summary>Turns one look-up into its entry of the lock file, query by query.</summary>
internal sealed class Resolver(Accounts accounts, CancellationToken cancellation)
{
    /// <param name="before">The entry as it is in the lock file, or null.</param>
    public async Task<LockEntry> ResolveAsync(PlannedLookup lookup, LockEntry? before)
    {
        var attributes = new JsonObject();
        foreach (var query in lookup.Queries)
            await ResolveAsync(query, attributes, before).ConfigureAwait(false);
        return new(lookup.Section, lookup.Name, lookup.Text, attributes);
    }

    private async Task ResolveAsync(PlannedQuery query, JsonObject attributes, LockEntry? before)
    {
        var region = Finder.RegionOf(query, accounts.Region);
        var aws = await accounts.ServicesAsync(query, region, cancellation).ConfigureAwait(false);
        var global = await accounts.ServicesAsync(query, AwsServiceEndpoints.GlobalRegion(region), cancellation).ConfigureAwait(false);
        var candidates = await Finder.FindAsync(query, aws, global, cancellation).ConfigureAwait(false);
        var found = new List<Found>();
        foreach (var candidate in candidates)
        {
            if (await ReadAsync(query, aws, candidate, attributes, before, candidates.Count).ConfigureAwait(false) is { } read)
                found.Add(read);
        }

        found = OneOfGroup(found);
        if (found.Count == 0)
            throw new LookupFault(LookupDiagnostics.Nothing(query, region));
        if (query.ListAs is { } list)
        {
            var items = found.Select(item => Value(query, item, query.Attributes[0])?.GetValue<string>() ?? throw new LookupFault(LookupDiagnostics.NoAttribute(query, item.Candidate, query.Attributes[0])));
            attributes[list] = new JsonArray([.. (query.Key.Tags.Count > 0 ? items.Order(StringComparer.Ordinal) : items).Select(item => JsonValue.Create(item))]);
        }
        else if (found.Count > 1)
        {
            throw new LookupFault(LookupDiagnostics.Several(query, [.. found.Select(item => item.Candidate)]));
        }
        else
        {
            await AddAsync(query, aws, found[0], attributes).ConfigureAwait(false);
        }
    }

    // Something that is found by its tags need not be read when the ARN says all that is wanted; and one of several only when that tells them apart.
    private async Task<Found?> ReadAsync(PlannedQuery query, AwsServices aws, Candidate candidate, JsonObject attributes, LockEntry? before, int candidates)
    {
        var tellsApart = query.Where is not null || query.Key.IsPrivate is not null || (query.Key.Name is not null && Finder.IsNamedInside(query)) || query.Type == "AWS::ElastiCache::CacheCluster";
        var isNeeded = query.Key.Tags.Count == 0 || query.Attributes.Any(attribute => !attribute.From.Contains('$', StringComparison.Ordinal));
        if (!tellsApart && (!isNeeded || (candidates > 1 && query.ListAs is null)))
            return new(candidate, null);
        var reading = new Reading(aws, query, candidate, cancellation) { Before = before };
        var document = await ResourceReader.ReadAsync(reading).ConfigureAwait(false) ?? throw new LookupFault(LookupDiagnostics.Gone(query, candidate));
        return Conditions(query, attributes).All(condition => Holds(query, candidate, document, condition)) ? new(candidate, document) : null;
    }

    private static IEnumerable<(string Path, string Expected)> Conditions(PlannedQuery query, JsonObject attributes)
    {
        if (query.Where is { } where && DocumentPath.Text(attributes, where.Attribute) is { } known)
            yield return (where.Path, known);
        if (query.Key.Name is { } name && Finder.IsNamedInside(query))
            yield return ("Name", name.TrimEnd('.'));
        if (query.Key.IsPrivate is { } isPrivate && query.Type == "AWS::Route53::HostedZone")
            yield return ("IsPrivate", isPrivate ? "true" : "false");
    }

    // What was searched for is passed over when it does not fit; what was named is a fault.
    private static bool Holds(PlannedQuery query, Candidate candidate, JsonObject document, (string Path, string Expected) condition)
    {
        var actual = DocumentPath.Text(document, condition.Path) ?? "";
        if (string.Equals(actual, condition.Expected, StringComparison.OrdinalIgnoreCase))
            return true;
        if (query.Key.Arn is not null || query.Key.Identifiers.Count > 0)
            throw new LookupFault(LookupDiagnostics.Elsewhere(query, candidate, condition.Path, actual, condition.Expected));
        return false;
    }

    // The members of one replication group have its tags.
    private static List<Found> OneOfGroup(List<Found> found) =>
        found.Count > 1 && found.Select(item => DocumentPath.Text(item.Document, "ReplicationGroupId")).Distinct().ToList() is [not null]
            ? [found.OrderBy(item => item.Candidate.Shown, StringComparer.Ordinal).First()]
            : found;

    private async Task AddAsync(PlannedQuery query, AwsServices aws, Found found, JsonObject attributes)
    {
        foreach (var attribute in query.Attributes)
        {
            var value = Value(query, found, attribute);
            var isOwnKey = false;
            if (attribute.IsKey && value is JsonValue key)
            {
                var arn = await KeyReader.CustomerKeyAsync(new Reading(aws, query, found.Candidate, cancellation), key.GetValue<string>()).ConfigureAwait(false);
                isOwnKey = arn is null;
                value = arn;
            }

            if (value is not null)
                attributes[attribute.Name] = value;
            else if (!attribute.IsOptional && !isOwnKey)
                throw new LookupFault(LookupDiagnostics.NoAttribute(query, found.Candidate, attribute));
            else
                attributes.Remove(attribute.Name);
        }
    }

    private static JsonNode? Value(PlannedQuery query, Found found, PlannedAttribute attribute)
    {
        if (!attribute.From.Contains('$', StringComparison.Ordinal))
            return DocumentPath.Find(found.Document, attribute.From);
        var arn = found.Candidate.Arn ?? found.Document?.Select(member => (member.Value as JsonValue)?.ToString()).FirstOrDefault(text => text is not null && Arns.IsOf(query.ArnPattern, text));
        return arn is null ? throw new LookupFault(LookupDiagnostics.NotByIdentifier(query, attribute)) : Arns.Fill(attribute.From, query.ArnPattern, arn);
    }

    /// <param name="Document">What AWS says of it; null when nobody needed to ask.</param>
    private sealed record Found(Candidate Candidate, JsonObject? Document);
}
