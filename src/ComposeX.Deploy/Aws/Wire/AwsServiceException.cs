using System;
using System.Net;
using Amazon.Runtime;

namespace ComposeX.Deploy.Aws.Wire;

/// <summary>A service refused a call; <see cref="AmazonServiceException.ErrorCode"/> says why.</summary>
internal sealed class AwsServiceException(string operation, string message, string? code, HttpStatusCode status, Exception? inner)
    : AmazonServiceException(message, inner, ErrorType.Unknown, code, null, status)
{
    /// <summary>The operation as IAM names it.</summary>
    public string Operation { get; } = operation;
}
