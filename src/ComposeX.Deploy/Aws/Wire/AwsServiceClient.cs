using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.Wire;

/// <summary>Any AWS service over the SDK's core: its credentials, endpoints, retries and signature; operations go in and come out as data.</summary>
internal sealed class AwsServiceClient(AwsService service, AwsServiceConfig config) : AmazonServiceClient(config)
{
    protected override IServiceMetadata ServiceMetadata { get; } = new AwsServiceMetadata(service.Id);

    /// <summary>A call of the JSON protocol.</summary>
    public async Task<JsonNode> JsonAsync(string operation, JsonObject input, CancellationToken cancellation)
    {
        var request = new WireRequest(operation)
        {
            Content = Encoding.UTF8.GetBytes(input.ToJsonString()),
            ContentType = "application/x-amz-json-" + service.JsonVersion,
            Target = service.Target + "." + operation,
        };
        return Json(operation, (await CallAsync(request, cancellation).ConfigureAwait(false)).Body);
    }

    /// <summary>A call of the query protocol; what comes back is the operation's result.</summary>
    public async Task<QueryElement> QueryAsync(string operation, IEnumerable<(string Name, string Value)> input, CancellationToken cancellation)
    {
        var form = new[] { ("Action", operation), ("Version", service.Version) }.Concat(input);
        var request = new WireRequest(operation)
        {
            Content = Encoding.UTF8.GetBytes(string.Join('&', form.Select(pair => WebUtility.UrlEncode(pair.Item1) + "=" + WebUtility.UrlEncode(pair.Item2)))),
            ContentType = "application/x-www-form-urlencoded; charset=utf-8",
        };
        return Xml((await CallAsync(request, cancellation).ConfigureAwait(false)).Body)[operation + "Result"];
    }

    /// <summary>A GET that answers in JSON.</summary>
    public async Task<JsonNode> GetJsonAsync(string operation, string path, IReadOnlyList<(string Name, string Value)> query, CancellationToken cancellation) =>
        Json(operation, (await CallAsync(new WireRequest(operation) { Method = "GET", Path = path, Query = query }, cancellation).ConfigureAwait(false)).Body);

    /// <summary>A GET that answers in XML.</summary>
    public async Task<QueryElement> GetXmlAsync(string operation, string path, IReadOnlyList<(string Name, string Value)> query, CancellationToken cancellation) =>
        Xml((await CallAsync(new WireRequest(operation) { Method = "GET", Path = path, Query = query }, cancellation).ConfigureAwait(false)).Body);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.ReplaceHandler<EndpointResolver>(new AmazonCloudFormationEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonCloudFormationAuthSchemeHandler());
    }

    private Task<WireResponse> CallAsync(WireRequest request, CancellationToken cancellation) => InvokeAsync<WireResponse>(
        request,
        new InvokeOptions { RequestMarshaller = new WireMarshaller(service), ResponseUnmarshaller = new WireUnmarshaller($"{service.Prefix}:{request.Operation}") },
        cancellation);

    private static QueryElement Xml(byte[] body)
    {
        using var stream = new MemoryStream(body);
        return QueryElement.Load(stream);
    }

    private JsonNode Json(string operation, byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) ?? new JsonObject();
        }
        catch (JsonException exception)
        {
            throw new AwsServiceException($"{service.Prefix}:{operation}", "The answer is not JSON.", null, HttpStatusCode.BadGateway, exception);
        }
    }

    private sealed class AwsServiceMetadata(string id) : IServiceMetadata
    {
        public string ServiceId => id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
