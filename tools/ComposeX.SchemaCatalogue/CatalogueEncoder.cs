using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Text;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.SchemaCatalogue;

/// <summary>Writes the catalogue file that <c>SchemaCatalogue.Open</c> reads.</summary>
internal static class CatalogueEncoder
{
    private const int BlockSize = 32 * 1024;

    public static byte[] Encode(IReadOnlyList<ResourceSchema> schemas)
    {
        var blocks = Blocks(schemas);
        var index = Index(blocks);
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.UTF8);
        writer.Write(CatalogueFormat.Magic);
        writer.Write(index.Length);
        writer.Write(index);
        foreach (var block in blocks)
            writer.Write(block.Bytes);
        return file.ToArray();
    }

    private static List<Block> Blocks(IReadOnlyList<ResourceSchema> schemas)
    {
        var blocks = new List<Block>();
        var types = new List<(string, int)>();
        var open = new MemoryStream();
        foreach (var schema in schemas)
        {
            types.Add((schema.TypeName, (int)open.Position));
            using (var writer = new BinaryWriter(open, Encoding.UTF8, leaveOpen: true))
            {
                ResourceSchemaEncoder.Encode(schema, writer);
            }

            if (open.Length < BlockSize)
                continue;
            blocks.Add(new Block(types, Deflate(open.ToArray())));
            (types, open) = ([], new MemoryStream());
        }

        if (types.Count > 0)
            blocks.Add(new Block(types, Deflate(open.ToArray())));
        return blocks;
    }

    private static byte[] Index(List<Block> blocks)
    {
        using var index = new MemoryStream();
        using var writer = new BinaryWriter(index, Encoding.UTF8);
        writer.Write((ushort)blocks.Count);
        foreach (var block in blocks)
        {
            writer.Write(block.Bytes.Length);
            writer.Write((ushort)block.Types.Count);
            foreach (var (name, offset) in block.Types)
            {
                writer.Write(name);
                writer.Write(offset);
            }
        }

        return Deflate(index.ToArray());
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var deflated = new MemoryStream();
        using (var stream = new DeflateStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return deflated.ToArray();
    }

    private sealed record Block(List<(string Name, int Offset)> Types, byte[] Bytes);
}
