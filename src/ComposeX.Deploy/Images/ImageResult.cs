using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Images;

/// <summary>Where an image is, or is to be.</summary>
/// <param name="Digest">Null when it is not there yet.</param>
internal sealed record ImageResult(string Name, string Reference, string Tag, string? Digest)
{
    private const int FormatVersion = 1;

    public static void Write(string path, IEnumerable<ImageResult> results) => JsonFile.Write(path, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("formatVersion", FormatVersion);
        json.WriteStartArray("images");
        foreach (var result in results.OrderBy(result => result.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", result.Name);
            json.WriteString("reference", result.Reference);
            json.WriteString("tag", result.Tag);
            json.WriteString("digest", result.Digest);
            json.WriteBoolean("push", result.Digest is null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
