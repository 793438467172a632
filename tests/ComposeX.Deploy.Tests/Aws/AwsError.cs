using System;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>An error that a service of the double answers with.</summary>
internal sealed class AwsError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static AwsError Validation(string message) => new(400, "ValidationError", message);
}
