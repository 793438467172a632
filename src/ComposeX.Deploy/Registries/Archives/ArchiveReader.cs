using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries.Archives;

/// <summary>Reads an archive's manifests, and sees to it that everything in it is what it is called.</summary>
internal static class ArchiveReader
{
    public static async Task<(ImageArchive Archive, ArchivedImage Image)> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var archive = await ImageArchive.OpenAsync(path, cancellation).ConfigureAwait(false);
            try
            {
                var image = Read(archive);
                foreach (var blob in image.Blobs)
                    await CheckAsync(archive, blob, cancellation).ConfigureAwait(false);
                return (archive, image);
            }
            catch (Exception)
            {
                archive.Dispose();
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ArchiveException(exception.Message.TrimEnd('.') + ".");
        }
    }

    private static ArchivedImage Read(ImageArchive archive)
    {
        if (!archive.Has("index.json"))
        {
            throw new ArchiveException(archive.Has("manifest.json")
                ? "It is in Docker's own format. Set \"ContainerImageFormat\" to \"OCI\"."
                : "It has no \"index.json\", so it is no OCI image.");
        }

        var index = archive.Read("index.json");
        var nested = new List<ArchivedManifest>();

        // Almost always the layout's index is about one thing, and that is what gets the tag; otherwise it is the index of an image itself.
        var top = Entries(index) is [var only] ? Read(archive, only, nested) : ReadIndex(archive, MediaTypes.OciIndex, index, nested);
        return new(top, [.. nested.DistinctBy(manifest => manifest.Digest)]);
    }

    private static ArchivedManifest Read(ImageArchive archive, Descriptor descriptor, List<ArchivedManifest> nested)
    {
        var content = archive.ReadBlob(descriptor.Digest);
        if (Digests.Of(content) != descriptor.Digest)
            throw Broken(descriptor);
        if (MediaTypes.IsIndex(descriptor.MediaType))
            return ReadIndex(archive, descriptor.MediaType, content, nested);
        using var document = JsonDocument.Parse(content);
        var configuration = DescriptorOf(document.RootElement.GetProperty("config"));
        var layers = document.RootElement.GetProperty("layers").EnumerateArray().Select(DescriptorOf).ToList();
        return new(descriptor.MediaType, descriptor.Digest, content, [.. layers, configuration], ImageConfiguration.Read(archive.ReadBlob(configuration.Digest)));
    }

    private static ArchivedManifest ReadIndex(ImageArchive archive, string mediaType, byte[] content, List<ArchivedManifest> nested)
    {
        foreach (var entry in Entries(content))
            nested.Add(Read(archive, entry, nested));
        return new(mediaType, Digests.Of(content), content, [], null);
    }

    private static List<Descriptor> Entries(byte[] index)
    {
        using var document = JsonDocument.Parse(index);
        return [.. document.RootElement.GetProperty("manifests").EnumerateArray().Select(DescriptorOf)];
    }

    private static Descriptor DescriptorOf(JsonElement json)
    {
        var digest = json.GetProperty("digest").GetString();
        return digest is not null && Digests.IsWellFormed(digest)
            ? new(json.GetProperty("mediaType").GetString() ?? "", digest, json.GetProperty("size").GetInt64())
            : throw new ArchiveException($"\"{digest}\" is not a SHA-256 digest.");
    }

    private static async Task CheckAsync(ImageArchive archive, Descriptor blob, CancellationToken cancellation)
    {
        var content = archive.OpenBlob(blob.Digest);
        await using (content.ConfigureAwait(false))
        {
            if (content.Length != blob.Size || await Digests.OfAsync(content, cancellation).ConfigureAwait(false) != blob.Digest)
                throw Broken(blob);
        }
    }

    private static ArchiveException Broken(Descriptor descriptor) => new($"What it calls \"{descriptor.Digest}\" is something else: it is incomplete or was changed.");
}
