using System;
using System.Collections.Generic;
using System.IO;

namespace ComposeX.CloudFormation.Schema;

/// <summary>Reads one resource type from the bytes of a block.</summary>
internal static class ResourceSchemaDecoder
{
    public static ResourceSchema Decode(string typeName, BinaryReader bytes)
    {
        var stateful = bytes.ReadBoolean();
        var arnTemplate = OptionalText(bytes);
        var tagProperty = OptionalText(bytes);
        var tagStyle = (TagStyle)bytes.ReadByte();
        var primaryIdentifier = Texts(bytes);
        var refIdentifier = Texts(bytes);
        return new ResourceSchema(typeName, Properties(bytes), ByName(bytes, Type), ByName(bytes, Properties))
        {
            IsStateful = stateful,
            ArnTemplate = arnTemplate,
            TagProperty = tagProperty,
            TagStyle = tagStyle,
            PrimaryIdentifier = primaryIdentifier,
            RefIdentifier = refIdentifier,
        };
    }

    private static IReadOnlyDictionary<string, PropertySchema> Properties(BinaryReader bytes)
    {
        var properties = new SortedDictionary<string, PropertySchema>(StringComparer.Ordinal);
        for (var count = Count(bytes); count > 0; count--)
        {
            var property = Property(bytes);
            properties.Add(property.Name, property);
        }

        return properties;
    }

    private static PropertySchema Property(BinaryReader bytes)
    {
        var name = bytes.ReadString();
        var bits = (PropertyBits)bytes.ReadByte();
        return new PropertySchema(name, Type(bytes))
        {
            Required = (bits & PropertyBits.Required) != 0,
            Deprecated = (bits & PropertyBits.Deprecated) != 0,
            Replacement = (bits & PropertyBits.ReplacementAlways) != 0 ? Replacement.Always
                : (bits & PropertyBits.ReplacementMaybe) != 0 ? Replacement.Maybe
                : Replacement.Never,
            Relationships = (bits & PropertyBits.HasRelationships) != 0 ? List(bytes, Relationship) : [],
        };
    }

    private static Relationship Relationship(BinaryReader bytes) => new(bytes.ReadString(), bytes.ReadString());

    private static SchemaType Type(BinaryReader bytes) => (SchemaTypeCode)bytes.ReadByte() switch
    {
        SchemaTypeCode.String => new StringType([], null, null, null),
        SchemaTypeCode.ConstrainedString => new StringType(Texts(bytes), OptionalText(bytes), OptionalNumber(bytes), OptionalNumber(bytes)),
        SchemaTypeCode.Integer => new NumberType(true, [], null, null),
        SchemaTypeCode.ConstrainedInteger => new NumberType(true, Texts(bytes), OptionalText(bytes), OptionalText(bytes)),
        SchemaTypeCode.Number => new NumberType(false, [], null, null),
        SchemaTypeCode.ConstrainedNumber => new NumberType(false, Texts(bytes), OptionalText(bytes), OptionalText(bytes)),
        SchemaTypeCode.Boolean => new BooleanType(),
        SchemaTypeCode.Timestamp => new TimestampType(),
        SchemaTypeCode.Json => new JsonType(),
        SchemaTypeCode.Tag => new TagType(),
        SchemaTypeCode.List => new ListType(Type(bytes), null, null, false),
        SchemaTypeCode.ConstrainedList => new ListType(Type(bytes), OptionalNumber(bytes), OptionalNumber(bytes), bytes.ReadBoolean()),
        SchemaTypeCode.Map => new MapType(Type(bytes)),
        SchemaTypeCode.Object => new ObjectReference(bytes.ReadString()),
        SchemaTypeCode.Union => new UnionType(List(bytes, Type)),
        var code => throw new InvalidDataException(FormattableString.Invariant($"The schema catalogue holds an unknown type code, {(byte)code}.")),
    };

    private static SortedDictionary<string, T> ByName<T>(BinaryReader bytes, Func<BinaryReader, T> read)
    {
        var items = new SortedDictionary<string, T>(StringComparer.Ordinal);
        for (var count = Count(bytes); count > 0; count--)
            items.Add(bytes.ReadString(), read(bytes));
        return items;
    }

    private static T[] List<T>(BinaryReader bytes, Func<BinaryReader, T> read)
    {
        var items = new T[Count(bytes)];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(bytes);
        return items;
    }

    private static string[] Texts(BinaryReader bytes) => List(bytes, reader => reader.ReadString());

    private static string? OptionalText(BinaryReader bytes) => bytes.ReadString() is { Length: > 0 } text ? text : null;

    // -1 stands for "not said".
    private static int? OptionalNumber(BinaryReader bytes) => bytes.ReadInt32() is var number and not -1 ? number : null;

    private static int Count(BinaryReader bytes) => bytes.ReadUInt16();
}
