using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;

namespace ComposeX.Build.Tasks.Images;

/// <summary>Puts together what is known of an image: its project's publish, and what the compose file expects of it.</summary>
internal static class ImageRequests
{
    private const string BaseImage = "base image ";
    private const string Runtime = "runtime ";

    /// <param name="published">The project's publish: <c>Folder</c>, <c>FactsFile</c>, <c>Archive</c>.</param>
    public static ImageRequest Of(ImageUnit unit, ITaskItem published, bool isArchived, ImageManifest manifest)
    {
        var facts = File.ReadAllLines(published.GetMetadata("FactsFile"));
        var images = manifest.Of(unit).ToList();
        return new(unit.Name, unit.Repository, ContentHash.Of(published.GetMetadata("Folder"), facts))
        {
            BaseImage = Fact(facts, BaseImage),
            Platforms = [.. facts.Where(fact => fact.StartsWith(Runtime, StringComparison.Ordinal)).Select(fact => ImagePlatform.Of(fact.Substring(Runtime.Length))).OfType<string>()],
            Archive = isArchived ? published.GetMetadata("Archive") : null,
            ExpectedPlatform = unit.Platform.Length > 0 ? unit.Platform : null,
            ExpectedPorts = [.. images.SelectMany(image => image.Ports).Distinct(StringComparer.Ordinal)],
            ExpectedUser = images.Select(image => image.User).FirstOrDefault(user => user is not null),
            Origin = images.Select(manifest.PlaceOf).FirstOrDefault(),
        };
    }

    private static string? Fact(IEnumerable<string> facts, string name) =>
        facts.FirstOrDefault(fact => fact.StartsWith(name, StringComparison.Ordinal))?.Substring(name.Length) is { Length: > 0 } value ? value : null;
}
