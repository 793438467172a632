using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Registries;
using ComposeX.Deploy.Registries.Archives;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Images;

/// <summary>Brings images from archives to registries: layers first, then what names them, the tag last, so that a tag always stands for a whole image.</summary>
internal sealed class ImagePush(RegistryTransport transport, Reporter reporter)
{
    private const int AtOnce = 3;

    private readonly ConcurrentDictionary<(string Registry, string Digest), string> _pushed = [];

    /// <summary>The digest that the tag stands for afterwards.</summary>
    public async Task<string> PushAsync(ImageWish wish, ImageTarget target, string tag, ImageArchive archive, ArchivedImage image, CancellationToken cancellation)
    {
        var repository = await target.OpenAsync(transport, cancellation).ConfigureAwait(false);
        var blobs = image.Blobs;
        reporter.Progress($"Image {wish.Name}: pushing to {target.Address}:{tag} ({blobs.Count} layers and configurations, {Megabytes(blobs.Sum(blob => blob.Size))})");
        var outcomes = new ConcurrentBag<(UploadOutcome Outcome, long Size)>();
        await Parallel.ForEachAsync(blobs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (blob, stop) =>
        {
            var upload = new Upload(blob.Digest, blob.Size, () => archive.OpenBlob(blob.Digest)) { From = Neighbour(wish, repository, blob) };
            var outcome = await repository.PushBlobAsync(upload, stop).ConfigureAwait(false);
            _pushed.TryAdd((repository.Registry, blob.Digest), repository.Name);
            outcomes.Add((outcome, blob.Size));
            reporter.Progress($"  {wish.Name}  {outcomes.Count} of {blobs.Count}  {Short(blob.Digest)}  {Megabytes(blob.Size)}  {Words(outcome)}");
        }).ConfigureAwait(false);

        foreach (var manifest in image.Nested)
            await repository.PushManifestAsync(manifest.Digest, manifest.MediaType, manifest.Content, cancellation).ConfigureAwait(false);
        var digest = await PushTopAsync(repository, tag, image.Top, cancellation).ConfigureAwait(false);
        reporter.Progress($"Image {wish.Name}: {Summary(outcomes)}, {digest}");
        return digest;
    }

    /// <summary>A digest as people recognise it.</summary>
    public static string Short(string digest) => digest["sha256:".Length..][..12];

    // A tag that never changes may have been set by a run beside ours: what it stands for is made of the same.
    private static async Task<string> PushTopAsync(RegistryRepository repository, string tag, ArchivedManifest top, CancellationToken cancellation) =>
        await repository.PushManifestAsync(tag, top.MediaType, top.Content, cancellation).ConfigureAwait(false)
        ?? await repository.FindAsync(tag, cancellation).ConfigureAwait(false)
        ?? top.Digest;

    // Another repository of the same registry that has the blob, or may have it.
    private string? Neighbour(ImageWish wish, RegistryRepository repository, Descriptor blob)
    {
        if (_pushed.TryGetValue((repository.Registry, blob.Digest), out var other))
            return other == repository.Name ? null : other;
        return wish.BaseImage is { } name && ImageReference.Parse(name) is { } image && image.Registry == repository.Registry && image.Repository != repository.Name
            ? image.Repository
            : null;
    }

    private static string Summary(IReadOnlyCollection<(UploadOutcome Outcome, long Size)> outcomes)
    {
        var pushed = outcomes.Where(outcome => outcome.Outcome == UploadOutcome.Pushed).ToList();
        return $"{pushed.Count} pushed ({Megabytes(pushed.Sum(outcome => outcome.Size))}), {outcomes.Count - pushed.Count} were there";
    }

    private static string Words(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Pushed => "pushed",
        UploadOutcome.Mounted => "taken from another repository",
        _ => "was there",
    };

    private static string Megabytes(long bytes) => bytes < 100_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
