using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Tests.Aws;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Tests;

/// <summary>A folder with a plan of look-ups, a request to carry it out, and the lock file that comes of it.</summary>
internal sealed class LookupFolder : IDisposable
{
    public const string QueueArn = "arn:aws:sqs:eu-west-1:123456789012:";

    private readonly string _folder = Directory.CreateTempSubdirectory("composex-lookup-").FullName;

    public string LockFile => Path.Combine(_folder, "composex.lock.json");

    public string Lock => File.ReadAllText(LockFile);

    public bool HasLock => File.Exists(LockFile);

    public JsonNode Attributes(string section, string name) => JsonNode.Parse(Lock)!["lookups"]![section]![name]!["attributes"]!;

    /// <summary>A query for queues; what it asks for is changed by who needs something else.</summary>
    public static PlannedQuery Queue(LookupKey key) => new(
        "sqs", "AWS::Demo::Queue", "^arn:(?<partition>aws[a-z-]*):sqs:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):(?<id>[A-Za-z0-9_.-]+)$", "${id}", key,
        [new("Arn", "${arn}", false, false), new("Size", "Detail.Size", true, false)], Place(4, 13));

    public static LookupKey Tags(params string[] tags) => new() { Tags = [.. tags.Select(tag => tag.Split('=')).Select(tag => new LookupTag(tag[0], tag[1].Split('|')))] };

    public static Location Place(int line, int column) => new("/shop/docker-compose.yml", line, column, line, column + 10);

    public static PlannedLookup Lookup(string name, params PlannedQuery[] queries) => new("x-sqs", name, $"{{{name}}}", queries, Place(4, 13));

    public Task<Run> RunAsync(AwsDouble aws, params PlannedQuery[] queries) => RunAsync(aws, [Lookup("orders", queries)]);

    public Task<Run> RunAsync(AwsDouble aws, IReadOnlyList<PlannedLookup> lookups, CancellationTokenSource? stop = null) => Run.OfAsync(Request(aws.Url, lookups), stop);

    public string Request(string url, IReadOnlyList<PlannedLookup> lookups)
    {
        File.WriteAllText(Path.Combine(_folder, "lookups.json"), LookupPlanWriter.Write(new LookupPlan(lookups)));
        var path = Path.Combine(_folder, "request.json");
        var request = new JsonObject { ["formatVersion"] = 1, ["operation"] = "lookup", ["lookupFile"] = "lookups.json", ["lockFile"] = "composex.lock.json", ["region"] = "eu-west-1", ["endpointUrl"] = url };
        File.WriteAllText(path, request.ToJsonString());
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
