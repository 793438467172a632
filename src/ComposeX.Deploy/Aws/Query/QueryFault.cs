using System;
using System.Net;
using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.Query;

/// <summary>What a query service says when it refuses.</summary>
internal sealed record QueryFault(string? Code, string? Text, string? Type, string? RequestId, Exception Inner, HttpStatusCode Status)
{
    public string Message => Text ?? $"HTTP status {(int)Status}";

    public ErrorType ErrorType => Type switch
    {
        "Sender" => ErrorType.Sender,
        "Receiver" => ErrorType.Receiver,
        _ => ErrorType.Unknown,
    };
}
