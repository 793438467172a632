using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads a queue by ARN, URL or name: Cloud Control wants the URL, which only SQS knows.</summary>
internal static class QueueReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var client = reading.Aws[AwsService.Queues];
        var input = new JsonObject { ["QueueName"] = reading.LastPart };
        if (AccountOf(reading.ArnOrIdentifier) is { } account)
            input["QueueOwnerAWSAccountId"] = account;
        var url = DocumentPath.Find(await client.JsonAsync("GetQueueUrl", input, reading.Cancellation).ConfigureAwait(false), "QueueUrl");
        var asked = new JsonObject { ["QueueUrl"] = url?.DeepClone(), ["AttributeNames"] = new JsonArray("QueueArn", "KmsMasterKeyId") };
        var attributes = await client.JsonAsync("GetQueueAttributes", asked, reading.Cancellation).ConfigureAwait(false);
        return new JsonObject
        {
            ["Arn"] = DocumentPath.Find(attributes, "Attributes.QueueArn"),
            ["QueueUrl"] = url,
            ["QueueName"] = reading.LastPart,
            ["KmsMasterKeyId"] = DocumentPath.Find(attributes, "Attributes.KmsMasterKeyId"),
        };
    }

    private static string? AccountOf(string arnOrUrl) => arnOrUrl.StartsWith("arn:", StringComparison.Ordinal) ? arnOrUrl.Split(':')[4]
        : arnOrUrl.Split('/') is [.., var account, _] && account.Length == 12 ? account
        : null;
}
