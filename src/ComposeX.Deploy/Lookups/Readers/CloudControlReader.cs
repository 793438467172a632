using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads any type that Cloud Control can read.</summary>
internal static class CloudControlReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var input = new JsonObject { ["TypeName"] = reading.Query.Type, ["Identifier"] = reading.Candidate.Identifier };
        var answer = await reading.Aws[AwsService.CloudControl].JsonAsync("GetResource", input, reading.Cancellation).ConfigureAwait(false);
        return DocumentPath.Text(answer, "ResourceDescription.Properties") is { } properties ? JsonNode.Parse(properties) as JsonObject : null;
    }
}
