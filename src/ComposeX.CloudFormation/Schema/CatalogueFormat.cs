namespace ComposeX.CloudFormation.Schema;

/// <summary>The catalogue file's numbers, shared by the reader and the developer tool that writes it.</summary>
/// <remarks>
/// magic · length of the index · index (deflated) · blocks (each deflated). The index lists the blocks with their
/// lengths and, for each, its types with their offsets inside; a block holds neighbouring types, about 32 kB of them.
/// </remarks>
public static class CatalogueFormat
{
    /// <summary>The first four bytes; the last is the format's version.</summary>
    public const int Magic = 0x01435843;

    public const string ResourceName = "ComposeX.CloudFormation.Schema.catalogue.bin";
}

/// <summary>The byte that leads a type in the catalogue.</summary>
public enum SchemaTypeCode : byte
{
    String = 1,
    ConstrainedString,
    Integer,
    ConstrainedInteger,
    Number,
    ConstrainedNumber,
    Boolean,
    Timestamp,
    Json,
    Tag,
    List,
    ConstrainedList,
    Map,
    Object,
    Union,
}

/// <summary>The bits that lead a property in the catalogue.</summary>
[System.Flags]
public enum PropertyBits : byte
{
    None = 0,
    Required = 1,
    Deprecated = 2,
    ReplacementMaybe = 4,
    ReplacementAlways = 8,
    HasRelationships = 16,
}
