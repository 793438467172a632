using System;
using System.Collections.Generic;
using System.IO;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.SchemaCatalogue;

/// <summary>Writes one resource type as <c>ResourceSchemaDecoder</c> reads it.</summary>
internal static class ResourceSchemaEncoder
{
    public static void Encode(ResourceSchema schema, BinaryWriter bytes)
    {
        bytes.Write(schema.IsStateful);
        bytes.Write(schema.ArnTemplate ?? "");
        bytes.Write(schema.TagProperty ?? "");
        bytes.Write((byte)schema.TagStyle);
        Texts(bytes, schema.PrimaryIdentifier);
        Texts(bytes, schema.RefIdentifier);
        Properties(bytes, schema.Properties);
        Each(bytes, schema.Attributes, attribute =>
        {
            bytes.Write(attribute.Key);
            Type(bytes, attribute.Value);
        });
        Each(bytes, schema.NestedTypes, nested =>
        {
            bytes.Write(nested.Key);
            Properties(bytes, nested.Value);
        });
    }

    private static void Properties(BinaryWriter bytes, IReadOnlyDictionary<string, PropertySchema> properties) =>
        Each(bytes, properties, property => Property(bytes, property.Value));

    private static void Property(BinaryWriter bytes, PropertySchema property)
    {
        var bits = (property.Required ? PropertyBits.Required : PropertyBits.None)
            | (property.Deprecated ? PropertyBits.Deprecated : PropertyBits.None)
            | (property.Replacement == Replacement.Maybe ? PropertyBits.ReplacementMaybe : PropertyBits.None)
            | (property.Replacement == Replacement.Always ? PropertyBits.ReplacementAlways : PropertyBits.None)
            | (property.Relationships.Count > 0 ? PropertyBits.HasRelationships : PropertyBits.None);
        bytes.Write(property.Name);
        bytes.Write((byte)bits);
        Type(bytes, property.Type);
        if (property.Relationships.Count > 0)
        {
            Each(bytes, property.Relationships, relationship =>
            {
                bytes.Write(relationship.TypeName);
                bytes.Write(relationship.Attribute);
            });
        }
    }

    private static void Type(BinaryWriter bytes, SchemaType type)
    {
        switch (type)
        {
            case StringType { AllowedValues: [], Pattern: null, MinimumLength: null, MaximumLength: null }:
                bytes.Write((byte)SchemaTypeCode.String);
                break;
            case StringType text:
                bytes.Write((byte)SchemaTypeCode.ConstrainedString);
                Texts(bytes, text.AllowedValues);
                bytes.Write(text.Pattern ?? "");
                bytes.Write(text.MinimumLength ?? -1);
                bytes.Write(text.MaximumLength ?? -1);
                break;
            case NumberType { AllowedValues: [], Minimum: null, Maximum: null } number:
                bytes.Write((byte)(number.Whole ? SchemaTypeCode.Integer : SchemaTypeCode.Number));
                break;
            case NumberType number:
                bytes.Write((byte)(number.Whole ? SchemaTypeCode.ConstrainedInteger : SchemaTypeCode.ConstrainedNumber));
                Texts(bytes, number.AllowedValues);
                bytes.Write(number.Minimum ?? "");
                bytes.Write(number.Maximum ?? "");
                break;
            case ListType { MinimumItems: null, MaximumItems: null, UniqueItems: false } list:
                bytes.Write((byte)SchemaTypeCode.List);
                Type(bytes, list.Element);
                break;
            case ListType list:
                bytes.Write((byte)SchemaTypeCode.ConstrainedList);
                Type(bytes, list.Element);
                bytes.Write(list.MinimumItems ?? -1);
                bytes.Write(list.MaximumItems ?? -1);
                bytes.Write(list.UniqueItems);
                break;
            case MapType map:
                bytes.Write((byte)SchemaTypeCode.Map);
                Type(bytes, map.Element);
                break;
            case ObjectReference reference:
                bytes.Write((byte)SchemaTypeCode.Object);
                bytes.Write(reference.Name);
                break;
            case UnionType union:
                bytes.Write((byte)SchemaTypeCode.Union);
                Each(bytes, union.Options, option => Type(bytes, option));
                break;
            default:
                bytes.Write((byte)Simple(type));
                break;
        }
    }

    private static SchemaTypeCode Simple(SchemaType type) => type switch
    {
        BooleanType => SchemaTypeCode.Boolean,
        TimestampType => SchemaTypeCode.Timestamp,
        JsonType => SchemaTypeCode.Json,
        TagType => SchemaTypeCode.Tag,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static void Texts(BinaryWriter bytes, IReadOnlyList<string> texts) => Each(bytes, texts, bytes.Write);

    private static void Each<T>(BinaryWriter bytes, IReadOnlyCollection<T> items, Action<T> write)
    {
        bytes.Write(checked((ushort)items.Count));
        foreach (var item in items)
            write(item);
    }
}
