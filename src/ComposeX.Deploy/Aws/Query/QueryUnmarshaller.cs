using System;
using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace ComposeX.Deploy.Aws.Query;

/// <summary>Reads a query response, or the error the service sent instead, for the SDK's pipeline.</summary>
internal sealed class QueryUnmarshaller<TResponse>(Func<QueryElement, TResponse> read, Func<QueryFault, AmazonServiceException> fault) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var root = QueryElement.Load(context.Stream);
        var result = root.Name.EndsWith("Response", StringComparison.Ordinal) ? root[root.Name[..^"Response".Length] + "Result"] : root;
        var response = read(result);
        response.ResponseMetadata = new ResponseMetadata { RequestId = root["ResponseMetadata"].Text("RequestId") };
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode) =>
        fault(ReadFault(context, innerException, statusCode));

    private static QueryFault ReadFault(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        try
        {
            var root = QueryElement.Load(context.Stream);
            var error = root.Name == "Error" ? root : root["Errors"].Name.Length > 0 ? root["Errors"]["Error"] : root["Error"];
            return new(error.Text("Code"), error.Text("Message"), error.Text("Type"), root.Text("RequestId"), innerException, statusCode);
        }
        catch (XmlException)
        {
            // A proxy or a load balancer in between answers in HTML, or with nothing: the status says enough to retry or not.
            return new(null, null, null, null, innerException, statusCode);
        }
    }
}
