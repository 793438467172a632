using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads an ECS cluster by name or ARN.</summary>
internal static class ClusterReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var input = new JsonObject { ["clusters"] = new JsonArray(reading.ArnOrIdentifier), ["include"] = new JsonArray("CONFIGURATIONS") };
        var answer = await reading.Aws[AwsService.Clusters].JsonAsync("DescribeClusters", input, reading.Cancellation).ConfigureAwait(false);
        var cluster = DocumentPath.Find(answer, "clusters.0");
        if (cluster is null || DocumentPath.Text(cluster, "status") == "INACTIVE")
            return null;
        var read = (JsonObject)Capitalized(cluster)!;
        read["Arn"] = DocumentPath.Find(cluster, "clusterArn");
        return read;
    }

    // The API writes its members in camel case where CloudFormation capitalizes them.
    private static JsonNode? Capitalized(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(char.ToUpperInvariant(member.Key[0]) + member.Key[1..], Capitalized(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Capitalized)]),
        _ => node?.DeepClone(),
    };
}
