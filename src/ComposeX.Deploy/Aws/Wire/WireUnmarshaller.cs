using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.Wire;

/// <summary>Takes a response as it is, and reads the error that a service sent instead, in JSON or XML.</summary>
internal sealed class WireUnmarshaller(string operation) : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context) => new WireResponse(Read(context.Stream)) { ResponseMetadata = new ResponseMetadata() };

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var (code, message) = ReadFault(Read(context.Stream));
        code ??= context.ResponseData.IsHeaderPresent("x-amzn-ErrorType") ? context.ResponseData.GetHeaderValue("x-amzn-ErrorType") : null;

        // "com.amazonaws.sqs#QueueDoesNotExist:http://internal/" is QueueDoesNotExist.
        code = code?.Split(':')[0].Split('#').Last();
        return new AwsServiceException(operation, message ?? $"HTTP status {(int)statusCode}", code, statusCode, innerException);
    }

    private static (string? Code, string? Message) ReadFault(byte[] body)
    {
        try
        {
            if (body.Length > 0 && body[0] == '{')
                return ReadJsonFault(body);
            using var stream = new MemoryStream(body);
            var root = QueryElement.Load(stream);
            var error = root.Name == "Error" ? root : root["Error"];
            return (error.Text("Code"), error.Text("Message"));
        }
        catch (Exception exception) when (exception is XmlException or JsonException)
        {
            // A proxy or a load balancer in between answers in HTML, or with nothing: the status says enough to retry or not.
            return (null, null);
        }
    }

    private static (string? Code, string? Message) ReadJsonFault(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        string? Text(params string[] names) => names
            .Select(name => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(text => text is not null);
        return (Text("__type", "code", "ErrorCode"), Text("message", "Message"));
    }

    private static byte[] Read(Stream stream)
    {
        using var body = new MemoryStream();
        stream.CopyTo(body);
        return body.ToArray();
    }
}
