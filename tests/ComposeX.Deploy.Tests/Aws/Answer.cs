using System.Collections.Generic;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>An HTTP answer of the double.</summary>
internal sealed record Answer(int Status, string Body)
{
    public Dictionary<string, string> Headers { get; } = [];

    public static Answer Ok(string body = "") => new(200, body);
}
