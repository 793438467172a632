using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ComposeX.Syntax;
using Newtonsoft.Json;

namespace ComposeX.Build.Tasks.Images;

/// <summary>What ComposeX.Deploy is to find in a registry or to push there.</summary>
internal sealed record ImageRequest(string Name, string Repository, string ContentHash)
{
    public string? BaseImage { get; init; }

    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>The OCI archive to push; null asks what the registry has.</summary>
    public string? Archive { get; init; }

    /// <summary>What the tasks run on; null where the machine decides.</summary>
    public string? ExpectedPlatform { get; init; }

    public IReadOnlyList<string> ExpectedPorts { get; init; } = [];

    public string? ExpectedUser { get; init; }

    public Location? Origin { get; init; }
}

/// <summary>Writes the file that names the images of one registry.</summary>
internal static class ImagesFile
{
    private const int FormatVersion = 1;

    public static void Write(string path, string registry, IEnumerable<ImageRequest> images)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var json = new JsonTextWriter(new StreamWriter(path)) { Formatting = Formatting.Indented, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        Member(json, "formatVersion", FormatVersion);
        Member(json, "registry", registry.Length > 0 ? registry : null);
        json.WritePropertyName("images");
        json.WriteStartArray();
        foreach (var image in images.OrderBy(image => image.Name, StringComparer.Ordinal))
        {
            Image(json, image);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Image(JsonWriter json, ImageRequest image)
    {
        json.WriteStartObject();
        Member(json, "name", image.Name);
        Member(json, "repository", image.Repository);
        Member(json, "contentHash", image.ContentHash);
        Member(json, "baseImage", image.BaseImage);
        Texts(json, "platforms", image.Platforms);
        Member(json, "archive", image.Archive);
        json.WritePropertyName("expected");
        json.WriteStartObject();
        Texts(json, "platforms", image.ExpectedPlatform is { } platform ? [platform] : []);
        Texts(json, "ports", image.ExpectedPorts);
        Member(json, "user", image.ExpectedUser);
        json.WriteEndObject();
        if (image.Origin is { } origin)
        {
            json.WritePropertyName("origin");
            json.WriteStartObject();
            Member(json, "file", origin.File);
            Member(json, "line", origin.Line);
            Member(json, "column", origin.Column);
            Member(json, "endLine", origin.EndLine);
            Member(json, "endColumn", origin.EndColumn);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Member(JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Texts(JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteValue(text);
        }

        json.WriteEndArray();
    }
}
