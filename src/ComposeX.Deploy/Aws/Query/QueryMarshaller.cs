using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace ComposeX.Deploy.Aws.Query;

/// <summary>Turns any query request into the form post that the SDK's pipeline signs and sends.</summary>
internal sealed class QueryMarshaller(string serviceName, string version) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (QueryRequest)input;
        var marshalled = new DefaultRequest(request, serviceName);
        marshalled.Parameters.Add("Action", request.Action);
        marshalled.Parameters.Add("Version", version);
        request.Write(new QueryWriter(marshalled.Parameters));
        return marshalled;
    }
}
