using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads what is known of a secret beside its value, for which nobody asks.</summary>
internal static class SecretReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var secret = await reading.Aws[AwsService.Secrets].JsonAsync("DescribeSecret", new JsonObject { ["SecretId"] = reading.ArnOrIdentifier }, reading.Cancellation).ConfigureAwait(false);
        if (secret["DeletedDate"] is not null)
            throw reading.Unfit("the secret is to be deleted.");
        return new JsonObject
        {
            ["Id"] = DocumentPath.Find(secret, "ARN"),
            ["Arn"] = DocumentPath.Find(secret, "ARN"),
            ["Name"] = DocumentPath.Find(secret, "Name"),
            ["KmsKeyId"] = DocumentPath.Find(secret, "KmsKeyId"),
        };
    }
}
