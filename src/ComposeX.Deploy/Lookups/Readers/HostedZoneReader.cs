using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads a hosted zone.</summary>
internal static class HostedZoneReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var answer = await reading.Aws[AwsService.HostedZones].GetXmlAsync("GetHostedZone", "/2013-04-01/hostedzone/" + Uri.EscapeDataString(reading.LastPart), [], reading.Cancellation).ConfigureAwait(false);
        var zone = answer["HostedZone"];
        return new JsonObject
        {
            ["Id"] = reading.LastPart,
            ["Name"] = zone.Text("Name")?.TrimEnd('.'),
            ["IsPrivate"] = zone["Config"].Flag("PrivateZone") == true ? "true" : "false",
        };
    }
}
