using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace ComposeX.Deploy.Aws.Wire;

/// <summary>Hands a request to the SDK's pipeline, which signs and sends it.</summary>
internal sealed class WireMarshaller(AwsService service) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (WireRequest)input;
        var marshalled = new DefaultRequest(request, service.Id) { HttpMethod = request.Method, ResourcePath = request.Path, UseQueryString = request.Method == "GET" };
        if (request.Content is { } content)
            marshalled.Content = content;
        foreach (var (name, value) in request.Query)
            marshalled.Parameters.Add(name, value);
        if (request.ContentType is { } type)
            marshalled.Headers["Content-Type"] = type;
        if (request.Target is { } target)
            marshalled.Headers["X-Amz-Target"] = target;
        return marshalled;
    }
}
