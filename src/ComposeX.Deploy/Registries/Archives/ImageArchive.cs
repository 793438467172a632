using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries.Archives;

/// <summary>An OCI image layout in a tar file, compressed or not: where in the file everything is. Nothing large is ever in memory.</summary>
internal sealed class ImageArchive : IDisposable
{
    private const int LargestDocument = 8 * 1024 * 1024;

    private readonly string _tar;
    private readonly bool _isTemporary;
    private readonly Dictionary<string, (long Start, long Length)> _entries = new(StringComparer.Ordinal);

    private ImageArchive(string tar, bool isTemporary)
    {
        _tar = tar;
        _isTemporary = isTemporary;
    }

    public static async Task<ImageArchive> OpenAsync(string path, CancellationToken cancellation)
    {
        var isCompressed = IsCompressed(path);
        var archive = new ImageArchive(isCompressed ? await UnpackAsync(path, cancellation).ConfigureAwait(false) : path, isCompressed);
        try
        {
            await archive.IndexAsync(cancellation).ConfigureAwait(false);
            return archive;
        }
        catch (Exception)
        {
            archive.Dispose();
            throw;
        }
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    public Stream OpenBlob(string digest) => Open(PathOf(digest));

    /// <summary>A small file as a whole.</summary>
    public byte[] Read(string name)
    {
        using var stream = Open(name);
        if (stream.Length > LargestDocument)
            throw new ArchiveException($"\"{name}\" is too large to be what it should be.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    public byte[] ReadBlob(string digest) => Read(PathOf(digest));

    public void Dispose()
    {
        if (_isTemporary)
            File.Delete(_tar);
    }

    private static string PathOf(string digest) => "blobs/" + digest.Replace(':', '/');

    private static bool IsCompressed(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
    }

    private static async Task<string> UnpackAsync(string path, CancellationToken cancellation)
    {
        var unpacked = Path.GetTempFileName();
        try
        {
            var source = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            var target = File.Create(unpacked);
            await using (source.ConfigureAwait(false))
            await using (target.ConfigureAwait(false))
                await source.CopyToAsync(target, cancellation).ConfigureAwait(false);
            return unpacked;
        }
        catch (Exception)
        {
            File.Delete(unpacked);
            throw;
        }
    }

    private async Task IndexAsync(CancellationToken cancellation)
    {
        var file = File.OpenRead(_tar);
        await using (file.ConfigureAwait(false))
        {
            var reader = new TarReader(file, leaveOpen: true);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.GetNextEntryAsync(copyData: false, cancellation).ConfigureAwait(false) is { } entry)
                {
                    if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                        _entries[entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name] = (StartOf(entry, file), entry.Length);
                }
            }
        }
    }

    // Where an entry's content begins nobody says before .NET 9; but whoever has read its first byte stands behind it.
    private static long StartOf(TarEntry entry, FileStream file) => entry.DataStream?.ReadByte() >= 0 ? file.Position - 1 : 0;

    private PartOfStream Open(string name) => _entries.TryGetValue(name, out var entry)
        ? new(File.OpenRead(_tar), entry.Start, entry.Length)
        : throw new ArchiveException($"It has no \"{name}\".");
}
