using System;
using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.Query;

/// <summary>A request of an AWS service that speaks the query protocol: its operation and its parameters.</summary>
internal abstract class QueryRequest : AmazonWebServiceRequest
{
    internal abstract string Action { get; }

    /// <summary>A token by which a service knows a repeated call from a second one.</summary>
    protected static string NewToken() => "composex-" + Guid.NewGuid().ToString("N");

    internal abstract void Write(QueryWriter query);
}
