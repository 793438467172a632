using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.Query;

/// <summary>A request of an AWS service that speaks the query protocol: its operation and its parameters.</summary>
internal abstract class QueryRequest : AmazonWebServiceRequest
{
    internal abstract string Action { get; }

    internal abstract void Write(QueryWriter query);
}
