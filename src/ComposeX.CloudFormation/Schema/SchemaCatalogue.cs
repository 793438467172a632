using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace ComposeX.CloudFormation.Schema;

/// <summary>AWS's published resource types, read one at a time when they are asked for. Safe to share between threads.</summary>
public sealed class SchemaCatalogue
{
    private static readonly Lazy<SchemaCatalogue> s_default = new(ReadEmbedded);

    private readonly byte[] _bytes;
    private readonly string[] _names;
    private readonly Place[] _places;
    private readonly ConcurrentDictionary<string, ResourceSchema> _read = new(StringComparer.Ordinal);

    private SchemaCatalogue(byte[] bytes, string[] names, Place[] places)
    {
        _bytes = bytes;
        _names = names;
        _places = places;
    }

    /// <summary>The catalogue that ships with the product.</summary>
    public static SchemaCatalogue Default => s_default.Value;

    /// <summary>Every type's name, in ordinal order.</summary>
    public IReadOnlyList<string> TypeNames => _names;

    /// <summary>Opens a catalogue file's bytes: reads its index and nothing else.</summary>
    public static SchemaCatalogue Open(byte[] bytes)
    {
        using var file = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (file.ReadInt32() != CatalogueFormat.Magic)
            throw new InvalidDataException("This is no schema catalogue, or one of another version.");
        var indexLength = file.ReadInt32();
        var names = new List<string>();
        var places = new List<Place>();
        using var index = Inflate(bytes, 8, indexLength);
        var start = 8 + indexLength;
        for (var blocks = index.ReadUInt16(); blocks > 0; blocks--)
        {
            var length = index.ReadInt32();
            for (var types = index.ReadUInt16(); types > 0; types--)
            {
                names.Add(index.ReadString());
                places.Add(new Place(start, length, index.ReadInt32()));
            }

            start += length;
        }

        return new SchemaCatalogue(bytes, [.. names], [.. places]);
    }

    /// <summary>The schema of a type, or null when AWS publishes none of that name.</summary>
    public ResourceSchema? Find(string typeName) =>
        Array.BinarySearch(_names, typeName, StringComparer.Ordinal) is >= 0 and var index ? _read.GetOrAdd(typeName, name => Decode(name, _places[index])) : null;

    private ResourceSchema Decode(string typeName, Place place)
    {
        using var block = Inflate(_bytes, place.BlockStart, place.BlockLength);
        block.BaseStream.Position = place.Offset;
        return ResourceSchemaDecoder.Decode(typeName, block);
    }

    private static BinaryReader Inflate(byte[] bytes, int start, int length)
    {
        var inflated = new MemoryStream();
        using (var deflated = new DeflateStream(new MemoryStream(bytes, start, length), CompressionMode.Decompress))
        {
            deflated.CopyTo(inflated);
        }

        inflated.Position = 0;
        return new BinaryReader(inflated, Encoding.UTF8);
    }

    private static SchemaCatalogue ReadEmbedded()
    {
        using var resource = typeof(SchemaCatalogue).Assembly.GetManifestResourceStream(CatalogueFormat.ResourceName)
            ?? throw new InvalidDataException("The schema catalogue is not embedded.");
        var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return Open(bytes.ToArray());
    }

    private readonly record struct Place(int BlockStart, int BlockLength, int Offset);
}
