using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>Reads all that a binary log holds, the files embedded in it too, as one text to search.</summary>
internal static class BinaryLog
{
    private static readonly byte[] ZipHeader = "PK\u0003\u0004"u8.ToArray();

    public static string Text(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        var bytes = all.ToArray();
        return Encoding.UTF8.GetString(bytes) + Embedded(bytes);
    }

    // The embedded files are one archive inside; what stands before and after it does not disturb a reader of the central directory.
    private static string Embedded(byte[] bytes)
    {
        var start = bytes.AsSpan().IndexOf(ZipHeader);
        if (start < 0)
            return "";
        var end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 22;
        using var archive = new ZipArchive(new MemoryStream(bytes[start..end]));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
