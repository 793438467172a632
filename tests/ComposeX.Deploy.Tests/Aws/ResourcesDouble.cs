using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>What exists in the account: tagged resources, what Cloud Control says of some, what their own services say of others.</summary>
internal sealed class ResourcesDouble
{
    private readonly List<(string Type, string Arn, JsonObject Tags)> _tagged = [];
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<AwsRequest, string?>> _services = new(StringComparer.Ordinal);

    /// <summary>How many resources the tagging API puts on a page.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Adds a resource with tags, written as <c>Name=shop,stage=production</c>.</summary>
    public ResourcesDouble Tag(string type, string arn, string tags)
    {
        _tagged.Add((type, arn, new JsonObject(tags.Split(',').Select(tag => tag.Split('=')).Select(tag => KeyValuePair.Create<string, JsonNode?>(tag[0], tag[1])))));
        return this;
    }

    /// <summary>What Cloud Control says of a resource.</summary>
    public ResourcesDouble Know(string type, string identifier, string properties)
    {
        _properties[type + " " + identifier] = properties;
        return this;
    }

    /// <summary>What an operation (<c>sqs.GetQueueUrl</c>) answers; null refuses as for something that is not there.</summary>
    public ResourcesDouble Play(string operation, Func<AwsRequest, string?> answer)
    {
        _services[operation] = answer;
        return this;
    }

    public ResourcesDouble Play(string operation, string answer) => Play(operation, _ => answer);

    public Answer Answer(AwsRequest request) => Aws.Answer.Ok(request switch
    {
        { Service: "tagging" } => Tagged(request.Json),
        { Service: "cloudcontrolapi" } => Properties(request.Json),
        _ when _services.TryGetValue($"{request.Service}.{request.Operation}", out var answer) => answer(request) ?? throw new AwsError(400, "ResourceNotFoundException", "It is not there."),
        _ => throw new AwsError(400, "InvalidAction", $"Not played: {request.Service}.{request.Operation} {request.Path}"),
    });

    /// <summary>The operations of the services that say them by path.</summary>
    public static string OperationOf(AwsRequest request) => request.Path switch
    {
        "/2015-02-01/file-systems" => "DescribeFileSystems",
        "/2015-02-01/mount-targets" => "DescribeMountTargets",
        "/2013-04-01/hostedzonesbyname" => "ListHostedZonesByName",
        var path when path.EndsWith("/security-groups", StringComparison.Ordinal) => "DescribeMountTargetSecurityGroups",
        var path when path.StartsWith("/2013-04-01/hostedzone/", StringComparison.Ordinal) => "GetHostedZone",
        _ => "none",
    };

    private string Tagged(JsonObject input)
    {
        var types = ((JsonArray)input["ResourceTypeFilters"]!).Select(type => type!.GetValue<string>()).ToList();
        var filters = ((JsonArray)input["TagFilters"]!).Select(filter => (Key: filter!["Key"]!.GetValue<string>(), Values: ((JsonArray)filter["Values"]!).Select(value => value!.GetValue<string>()).ToList())).ToList();
        var matching = _tagged
            .Where(resource => types.Any(type => resource.Type == type || resource.Type.StartsWith(type + ":", StringComparison.Ordinal)))
            .Where(resource => filters.All(filter => resource.Tags[filter.Key] is { } tag && filter.Values.Contains(tag.GetValue<string>()))).ToList();
        var from = input["PaginationToken"] is { } token ? int.Parse(token.GetValue<string>(), CultureInfo.InvariantCulture) : 0;
        var page = matching.Skip(from).Take(PageSize).Select(resource => new JsonObject
        {
            ["ResourceARN"] = resource.Arn,
            ["Tags"] = new JsonArray([.. resource.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value!.DeepClone() })]),
        });
        return new JsonObject
        {
            ["PaginationToken"] = from + PageSize < matching.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : "",
            ["ResourceTagMappingList"] = new JsonArray([.. page]),
        }.ToJsonString();
    }

    private string Properties(JsonObject input)
    {
        var (type, identifier) = (input["TypeName"]!.GetValue<string>(), input["Identifier"]!.GetValue<string>());
        return _properties.TryGetValue(type + " " + identifier, out var properties)
            ? new JsonObject { ["TypeName"] = type, ["ResourceDescription"] = new JsonObject { ["Identifier"] = identifier, ["Properties"] = properties } }.ToJsonString()
            : throw new AwsError(400, "ResourceNotFoundException", $"Resource of type '{type}' with identifier '{identifier}' was not found.");
    }
}
