#if !NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;

namespace ComposeX.Build.Tasks.Images;

/// <summary>
/// What an assembly does, without what a compiler notes beside it: the folder it was built in, the commit, and the identity that follows
/// from them. So code that has not changed is the same on every machine and at every commit.
/// </summary>
internal sealed class AssemblyContent(PEReader image)
{
    // "1.0.0+" and the commit's id, as the .NET SDK writes it into AssemblyInformationalVersion.
    private static readonly byte[] CommitSigns = Encoding.ASCII.GetBytes("0123456789abcdef");
    private const int CommitLength = 40;

    private readonly MetadataReader _metadata = image.GetMetadataReader();

    /// <summary>Adds the assembly to the hash; false when it is none whose parts can be told apart, and nothing was added.</summary>
    public static bool TryAppend(byte[] file, IncrementalHash hash)
    {
        try
        {
            using var image = new PEReader(new MemoryStream(file));
            // Native code, also that of ReadyToRun, refers to places in the file.
            if (!image.HasMetadata || image.PEHeaders.CorHeader is not { } cor || (cor.Flags & CorFlags.ILOnly) == 0 || cor.ManagedNativeHeaderDirectory.Size != 0)
                return false;

            var content = new AssemblyContent(image);
            var parts = content.Parts().ToList();
            parts.ForEach(hash.AppendData);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private IEnumerable<byte[]> Parts()
    {
        var cor = image.PEHeaders.CorHeader!;
        yield return Encoding.ASCII.GetBytes(FormattableString.Invariant($"assembly {cor.Flags} {cor.EntryPointTokenOrRelativeVirtualAddress} {image.PEHeaders.PEHeader!.Subsystem}\n"));
        yield return Metadata();
        foreach (var method in _metadata.MethodDefinitions.Select(_metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
        {
            yield return Bytes(method.RelativeVirtualAddress, image.GetMethodBody(method.RelativeVirtualAddress).Size);
        }

        foreach (var data in FieldData())
        {
            yield return data;
        }

        if (cor.ResourcesDirectory.Size > 0)
            yield return Bytes(cor.ResourcesDirectory.RelativeVirtualAddress, cor.ResourcesDirectory.Size);
    }

    // All of the metadata, but not where in the file things are, nor the module's identity, nor the commit.
    private byte[] Metadata()
    {
        var bytes = image.GetMetadata().GetContent().ToArray();
        Clear(bytes, TableIndex.MethodDef);
        Clear(bytes, TableIndex.FieldRva);
        Array.Clear(bytes, _metadata.GetHeapMetadataOffset(HeapIndex.Guid), _metadata.GetHeapSize(HeapIndex.Guid));
        ClearCommit(bytes, _metadata.GetHeapMetadataOffset(HeapIndex.Blob), _metadata.GetHeapSize(HeapIndex.Blob));
        return bytes;
    }

    // The address is the first column of both tables.
    private void Clear(byte[] bytes, TableIndex table)
    {
        for (var row = 0; row < _metadata.GetTableRowCount(table); row++)
        {
            Array.Clear(bytes, _metadata.GetTableMetadataOffset(table) + (row * _metadata.GetTableRowSize(table)), sizeof(int));
        }
    }

    private static void ClearCommit(byte[] bytes, int start, int length)
    {
        for (var at = start; at < start + length - CommitLength; at++)
        {
            if (bytes[at] == '+' && bytes.AsSpan(at + 1, CommitLength).IndexOfAnyExcept(CommitSigns) < 0)
                Array.Clear(bytes, at + 1, CommitLength);
        }
    }

    // Constant arrays have no length of their own here: each ends where the next begins, the last with its section.
    private IEnumerable<byte[]> FieldData()
    {
        var starts = _metadata.FieldDefinitions.Select(field => _metadata.GetFieldDefinition(field).GetRelativeVirtualAddress()).Where(address => address != 0).Distinct().Order().ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var section = image.PEHeaders.SectionHeaders[image.PEHeaders.GetContainingSectionIndex(starts[i])];
            var end = section.VirtualAddress + Math.Min(section.VirtualSize, section.SizeOfRawData);
            yield return Bytes(starts[i], (i + 1 < starts.Count && starts[i + 1] < end ? starts[i + 1] : end) - starts[i]);
        }
    }

    private byte[] Bytes(int address, int length)
    {
        var block = image.GetSectionData(address);
        return block.GetContent(0, Math.Min(length, block.Length)).ToArray();
    }
}
#endif
