using System.Collections.Generic;
using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.Wire;

/// <summary>A request in the form in which it goes over the wire.</summary>
/// <param name="operation">The operation's name in the service's API.</param>
internal sealed class WireRequest(string operation) : AmazonWebServiceRequest
{
    public string Operation { get; } = operation;

    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/";

    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public byte[]? Content { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The operation as the header of the JSON protocol has it.</summary>
    public string? Target { get; init; }
}

/// <summary>What came back, unread.</summary>
internal sealed class WireResponse(byte[] body) : AmazonWebServiceResponse
{
    public byte[] Body { get; } = body;

    public WireResponse()
        : this([])
    {
    }
}
