using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ComposeX.Deploy.Registries;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Images;

/// <summary>Reads what the SDK's task has written about images.</summary>
internal sealed class ImageWishReader(string path, string projectDirectory)
{
    /// <summary>The wishes, or null when <paramref name="diagnostics"/> tell why not.</summary>
    public ImageWishes? Read(DiagnosticBag diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            if (root.GetProperty("formatVersion").GetInt32() != ImageWishes.FormatVersion)
            {
                diagnostics.Add(RequestDiagnostics.Unreadable(Location.OfFile(path), "its form is of another version; the SDK and ComposeX.Deploy must be of the same version."));
                return null;
            }

            var wishes = new ImageWishes(Optional(root, "registry"), [.. root.GetProperty("images").EnumerateArray().Select(Image)]);
            Check(wishes, diagnostics);
            return diagnostics.HasErrors ? null : wishes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            diagnostics.Add(RequestDiagnostics.Unreadable(Location.OfFile(path), exception.Message));
            return null;
        }
    }

    private void Check(ImageWishes wishes, DiagnosticBag diagnostics)
    {
        foreach (var image in wishes.Images.Where(image => !ImageReference.IsRepository(image.Repository)))
            diagnostics.Add(ImageDiagnostics.BadRepository(image.Origin, image.Repository));
        foreach (var twice in wishes.Images.GroupBy(image => image.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            diagnostics.Add(RequestDiagnostics.Unreadable(Location.OfFile(path), $"two images are called \"{twice.Key}\"."));
        if (wishes.Registry is { } registry && !IsRegistry(registry))
            diagnostics.Add(ImageDiagnostics.BadRegistry(registry));
    }

    private static bool IsRegistry(string text) =>
        text.Split('/', 2) is [var host, .. var rest] && ImageReference.IsRegistry(host) && rest.All(prefix => ImageReference.IsRepository(prefix.TrimEnd('/')));

    private ImageWish Image(JsonElement json) => new(Text(json, "name"), Text(json, "repository"), Text(json, "contentHash"), Texts(json, "platforms"), Origin(json))
    {
        BaseImage = Optional(json, "baseImage"),
        Archive = Optional(json, "archive") is { } archive ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, archive)) : null,
        Expected = Member(json, "expected") is { } expected ? new(Texts(expected, "platforms"), Texts(expected, "ports"), Optional(expected, "user")) : null,
        Scan = Member(json, "scan") is { } scan ? Scan(scan) : null,
    };

    private static ScanWish Scan(JsonElement json) => new(
        Member(json, "thresholds") is { } thresholds ? thresholds.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetInt32(), StringComparer.Ordinal) : [],
        Member(json, "ignoreFailure")?.GetBoolean() ?? false,
        Optional(json, "treatFailedAs") == "Success");

    private Location Origin(JsonElement json)
    {
        return Member(json, "origin") is { } origin
            ? Place.Under(projectDirectory, new Location(Text(origin, "file"), Number("line"), Number("column"), Number("endLine"), Number("endColumn")))
            : Place.None;

        int Number(string name) => origin.GetProperty(name).GetInt32();
    }

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");

    private static string? Optional(JsonElement json, string name) => Member(json, name) is { } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Texts(JsonElement json, string name) =>
        Member(json, name) is { } items ? [.. items.EnumerateArray().Select(item => item.GetString() ?? "")] : [];
}
