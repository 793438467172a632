using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads a namespace of Cloud Map with the hosted zone behind it.</summary>
internal static class NamespaceReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var answer = await reading.Aws[AwsService.Namespaces].JsonAsync("GetNamespace", new JsonObject { ["Id"] = reading.LastPart }, reading.Cancellation).ConfigureAwait(false);
        return new JsonObject
        {
            ["Id"] = DocumentPath.Find(answer, "Namespace.Id"),
            ["Arn"] = DocumentPath.Find(answer, "Namespace.Arn"),
            ["Name"] = DocumentPath.Find(answer, "Namespace.Name"),
            ["HostedZoneId"] = DocumentPath.Find(answer, "Namespace.Properties.DnsProperties.HostedZoneId"),
        };
    }
}
