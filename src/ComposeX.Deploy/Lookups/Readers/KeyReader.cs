using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads a KMS key and its first alias, and says of a key that encrypts something else whose it is.</summary>
internal static class KeyReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var key = await DescribeAsync(reading, reading.ArnOrIdentifier).ConfigureAwait(false);
        if (DocumentPath.Text(key, "KeyState") is "PendingDeletion" or "PendingReplicaDeletion")
            throw reading.Unfit("the key is to be deleted.");
        var input = new JsonObject { ["KeyId"] = DocumentPath.Find(key, "KeyId") };
        var aliases = await reading.Aws[AwsService.Keys].JsonAsync("ListAliases", input, reading.Cancellation).ConfigureAwait(false);
        return new JsonObject
        {
            ["Arn"] = DocumentPath.Find(key, "Arn"),
            ["KeyId"] = DocumentPath.Find(key, "KeyId"),
            ["KeyManager"] = DocumentPath.Find(key, "KeyManager"),
            ["AliasName"] = (aliases["Aliases"] as JsonArray ?? []).Select(alias => DocumentPath.Text(alias, "AliasName")).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(),
        };
    }

    /// <summary>The ARN of a key by id, ARN or alias; null for AWS's own, which everybody may use through the service that has it.</summary>
    public static async Task<string?> CustomerKeyAsync(Reading reading, string key)
    {
        if (key.Contains("alias/aws/", StringComparison.Ordinal))
            return null;
        try
        {
            var described = await DescribeAsync(reading, key).ConfigureAwait(false);
            return DocumentPath.Text(described, "KeyManager") == "AWS" ? null : DocumentPath.Text(described, "Arn");
        }
        catch (AmazonServiceException refused) when (key.StartsWith("arn:", StringComparison.Ordinal) && key.Contains(":key/", StringComparison.Ordinal) && AwsFailures.IsForbidden(refused))
        {
            // A key of another account that does not let us look: what we need of it is known.
            return key;
        }
    }

    private static async Task<JsonNode?> DescribeAsync(Reading reading, string key) =>
        (await reading.Aws[AwsService.Keys].JsonAsync("DescribeKey", new JsonObject { ["KeyId"] = key }, reading.Cancellation).ConfigureAwait(false))["KeyMetadata"];
}
