using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ComposeX.Deploy.Lookups;

/// <summary>Something that AWS has and that may be what is looked up.</summary>
/// <param name="Identifier">What it is read by.</param>
internal sealed record Candidate(string? Arn, string Identifier)
{
    private const int MostTags = 8;

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    public string Shown => Arn ?? Identifier;

    /// <summary>The ARN with its tags, for a person who must tell it from others.</summary>
    public string Description => Tags.Count == 0 ? Shown : string.Create(CultureInfo.InvariantCulture,
        $"{Shown} ({string.Join(", ", Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Take(MostTags).Select(tag => $"{tag.Key}={tag.Value}"))})");
}
