using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace ComposeX.Build.Tasks.Images;

/// <summary>What ComposeX.Deploy says about an image.</summary>
/// <param name="Reference">Registry and repository.</param>
/// <param name="Digest">Null while the registry does not have it.</param>
/// <param name="Push">Whether an archive of it is wanted.</param>
internal sealed record ImageResult(string Name, string Reference, string Tag, string? Digest, bool Push)
{
    /// <summary>The results of a file, none when there is no such file.</summary>
    public static IReadOnlyList<ImageResult> Read(string path) => !File.Exists(path) ? [] :
        [.. (JObject.Parse(File.ReadAllText(path))["images"] as JArray ?? []).OfType<JObject>().Select(image => new ImageResult(
            (string?)image["name"] ?? "", (string?)image["reference"] ?? "", (string?)image["tag"] ?? "", (string?)image["digest"], (bool?)image["push"] ?? false))];
}
