using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads a file system with the security groups of its mount targets, which Cloud Control does not tell.</summary>
internal static class FileSystemReader
{
    private const string Version = "/2015-02-01";

    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var client = reading.Aws[AwsService.FileSystems];
        IReadOnlyList<(string, string)> query = [("FileSystemId", reading.LastPart)];
        var found = await client.GetJsonAsync("DescribeFileSystems", Version + "/file-systems", query, reading.Cancellation).ConfigureAwait(false);
        if (DocumentPath.Find(found, "FileSystems.0") is not JsonObject fileSystem)
            return null;
        var targets = await client.GetJsonAsync("DescribeMountTargets", Version + "/mount-targets", query, reading.Cancellation).ConfigureAwait(false);
        var groups = new SortedSet<string>(System.StringComparer.Ordinal);
        foreach (var target in (targets["MountTargets"] as JsonArray ?? []).Select(target => DocumentPath.Text(target, "MountTargetId")).OfType<string>().Order(System.StringComparer.Ordinal))
        {
            var answer = await client.GetJsonAsync("DescribeMountTargetSecurityGroups", $"{Version}/mount-targets/{target}/security-groups", [], reading.Cancellation).ConfigureAwait(false);
            groups.UnionWith((answer["SecurityGroups"] as JsonArray ?? []).Select(group => group!.GetValue<string>()));
        }

        return new JsonObject
        {
            ["FileSystemId"] = DocumentPath.Find(fileSystem, "FileSystemId"),
            ["Arn"] = DocumentPath.Find(fileSystem, "FileSystemArn"),
            ["Encrypted"] = DocumentPath.Find(fileSystem, "Encrypted"),
            ["KmsKeyId"] = DocumentPath.Find(fileSystem, "KmsKeyId"),
            ["GroupId"] = groups.FirstOrDefault(),
        };
    }
}
