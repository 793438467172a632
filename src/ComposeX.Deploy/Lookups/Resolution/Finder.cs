using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Resolution;

/// <summary>Finds what a look-up may mean: by ARN or identifier without asking, by tags or name on AWS.</summary>
internal static class Finder
{
    private const string NamespacePrefix = "AWS::ServiceDiscovery::";

    /// <summary>Who owns zones that Cloud Map made, and that nobody else may write into.</summary>
    private const string CloudMap = "servicediscovery.amazonaws.com";

    /// <summary>Where the query is to be asked: where it says, else where its ARN is, else where we are.</summary>
    public static string RegionOf(PlannedQuery query, string region) => query.Key.Region ?? (query.Key.Arn is { } arn ? Arns.RegionOf(arn) : null) ?? region;

    public static async Task<IReadOnlyList<Candidate>> FindAsync(PlannedQuery query, AwsServices aws, AwsServices global, CancellationToken cancellation) => query.Key switch
    {
        { Arn: { } arn } => [new(arn, Identifier(query, arn))],
        { Identifiers: { Count: > 0 } identifiers } => [.. identifiers.Select(identifier => new Candidate(Arns.IsOf(query.ArnPattern, identifier) ? identifier : null, Arns.IsOf(query.ArnPattern, identifier) ? Identifier(query, identifier) : identifier))],
        { Tags.Count: > 0 } => await ByTagsAsync(query, query.TaggingType.StartsWith("route53", StringComparison.Ordinal) ? global : aws, cancellation).ConfigureAwait(false),
        { Name: { } name } when query.Type.StartsWith(NamespacePrefix, StringComparison.Ordinal) => await NamespacesAsync(query, name, aws, cancellation).ConfigureAwait(false),
        { Name: { } name } => await ZonesAsync(name, aws, cancellation).ConfigureAwait(false),
        _ => [],
    };

    private static async Task<IReadOnlyList<Candidate>> ByTagsAsync(PlannedQuery query, AwsServices aws, CancellationToken cancellation)
    {
        var found = new List<Candidate>();
        string? next = null;
        do
        {
            var input = new JsonObject
            {
                ["ResourceTypeFilters"] = new JsonArray(query.TaggingType),
                ["TagFilters"] = new JsonArray([.. query.Key.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Values"] = new JsonArray([.. tag.Values.Select(value => JsonValue.Create(value))]) })]),
            };
            if (next is not null)
                input["PaginationToken"] = next;
            var page = await aws[AwsService.Tagging].JsonAsync("GetResources", input, cancellation).ConfigureAwait(false);
            found.AddRange((page["ResourceTagMappingList"] as JsonArray ?? []).Select(mapping => Tagged(query, mapping)).OfType<Candidate>());
            next = DocumentPath.Text(page, "PaginationToken");
        }
        while (next is not null);
        return found;
    }

    // A type filter may let other kinds of the service through; names of some kinds are in no ARN and are compared later.
    private static Candidate? Tagged(PlannedQuery query, JsonNode? mapping)
    {
        if (DocumentPath.Text(mapping, "ResourceARN") is not { } arn || !Arns.IsOf(query.ArnPattern, arn))
            return null;
        if (query.Key.Name is { } name && !IsNamedInside(query) && !Arns.IsNamed(arn, name))
            return null;
        return new(arn, Identifier(query, arn))
        {
            Tags = [.. (mapping!["Tags"] as JsonArray ?? []).Select(tag => KeyValuePair.Create(DocumentPath.Text(tag, "Key") ?? "", DocumentPath.Text(tag, "Value") ?? ""))],
        };
    }

    /// <summary>Whether the name is an attribute to read, and no part of the ARN.</summary>
    public static bool IsNamedInside(PlannedQuery query) => query.Type == "AWS::Route53::HostedZone" || query.Type.StartsWith(NamespacePrefix, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Candidate>> NamespacesAsync(PlannedQuery query, string name, AwsServices aws, CancellationToken cancellation)
    {
        // AWS::ServiceDiscovery::PrivateDnsNamespace is DNS_PRIVATE.
        var type = query.Type[NamespacePrefix.Length..] switch { "PrivateDnsNamespace" => "DNS_PRIVATE", "PublicDnsNamespace" => "DNS_PUBLIC", _ => "HTTP" };
        var found = new List<Candidate>();
        string? next = null;
        do
        {
            var input = new JsonObject { ["Filters"] = new JsonArray(new JsonObject { ["Name"] = "TYPE", ["Values"] = new JsonArray(type), ["Condition"] = "EQ" }) };
            if (next is not null)
                input["NextToken"] = next;
            var page = await aws[AwsService.Namespaces].JsonAsync("ListNamespaces", input, cancellation).ConfigureAwait(false);
            found.AddRange((page["Namespaces"] as JsonArray ?? [])
                .Where(item => string.Equals(DocumentPath.Text(item, "Name"), name, StringComparison.OrdinalIgnoreCase))
                .Select(item => new Candidate(DocumentPath.Text(item, "Arn"), DocumentPath.Text(item, "Id") ?? "")));
            next = DocumentPath.Text(page, "NextToken");
        }
        while (next is not null);
        return found;
    }

    // The list begins with the name, and zones of one name stand together.
    private static async Task<IReadOnlyList<Candidate>> ZonesAsync(string name, AwsServices aws, CancellationToken cancellation)
    {
        var page = await aws[AwsService.HostedZones].GetXmlAsync("ListHostedZonesByName", "/2013-04-01/hostedzonesbyname", [("dnsname", name), ("maxitems", "100")], cancellation).ConfigureAwait(false);
        return [.. page.Children("HostedZones")
            .Where(zone => string.Equals(zone.Text("Name")?.TrimEnd('.'), name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase) && zone["LinkedService"].Text("ServicePrincipal") != CloudMap)
            .Select(zone => new Candidate(null, zone.Text("Id")!.Split('/').Last()))];
    }

    private static string Identifier(PlannedQuery query, string arn) => Arns.Fill(query.Identifier, query.ArnPattern, arn) ?? arn;
}
