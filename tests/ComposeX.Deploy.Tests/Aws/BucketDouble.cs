using System;
using System.Collections.Generic;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>A bucket.</summary>
internal sealed class BucketDouble
{
    public string Owner { get; init; } = AwsDouble.Account;

    public string? Policy { get; set; }

    public string? Encryption { get; set; }

    public string? PublicAccessBlock { get; set; }

    public SortedDictionary<string, string> Objects { get; } = new(StringComparer.Ordinal);
}
