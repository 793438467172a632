using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Json;
using ComposeX.Syntax;
using Newtonsoft.Json;

namespace ComposeX.CloudFormation.Lookups;

/// <summary>Writes a plan of look-ups. What is null or empty is left out.</summary>
public static class LookupPlanWriter
{
    public static string Write(LookupPlan plan) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("formatVersion");
        json.WriteValue(LookupPlan.FormatVersion);
        Each(json, "lookups", plan.Lookups, Lookup);
        json.WriteEndObject();
    });

    private static void Lookup(JsonWriter json, PlannedLookup lookup)
    {
        Text(json, "section", lookup.Section);
        Text(json, "name", lookup.Name);
        Text(json, "text", lookup.Text);
        Origin(json, lookup.Origin);
        Each(json, "queries", lookup.Queries, Query);
    }

    private static void Query(JsonWriter json, PlannedQuery query)
    {
        Text(json, "taggingType", query.TaggingType);
        Text(json, "type", query.Type);
        Text(json, "arnPattern", query.ArnPattern);
        Text(json, "identifier", query.Identifier);
        Text(json, "listAs", query.ListAs);
        Object(json, "where", query.Where, where =>
        {
            Text(json, "path", where.Path);
            Text(json, "attribute", where.Attribute);
        });
        Object(json, "key", query.Key, key => Key(json, key));
        Each(json, "attributes", query.Attributes, Attribute);
        Origin(json, query.Origin);
    }

    private static void Key(JsonWriter json, LookupKey key)
    {
        Text(json, "arn", key.Arn);
        Texts(json, "identifiers", key.Identifiers);
        Text(json, "name", key.Name);
        if (key.IsPrivate is { } isPrivate)
        {
            Flag(json, "isPrivate", isPrivate);
        }

        Each(json, "tags", key.Tags, (_, tag) =>
        {
            Text(json, "key", tag.Key);
            Texts(json, "values", tag.Values);
        });
        Text(json, "roleArn", key.RoleArn);
        Text(json, "region", key.Region);
    }

    private static void Attribute(JsonWriter json, PlannedAttribute attribute)
    {
        Text(json, "name", attribute.Name);
        Text(json, "from", attribute.From);
        Flag(json, "isOptional", attribute.IsOptional);
        Flag(json, "isKey", attribute.IsKey);
    }

    private static void Origin(JsonWriter json, Location origin) => Object(json, "origin", (object)origin, _ =>
    {
        Text(json, "file", origin.File);
        Number(json, "line", origin.Line);
        Number(json, "column", origin.Column);
        Number(json, "endLine", origin.EndLine);
        Number(json, "endColumn", origin.EndColumn);
    });

    private static void Object<T>(JsonWriter json, string name, T? value, Action<T> members)
        where T : class
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        json.WriteStartObject();
        members(value);
        json.WriteEndObject();
    }

    private static void Each<T>(JsonWriter json, string name, IReadOnlyList<T> items, Action<JsonWriter, T> members)
    {
        if (items.Count == 0)
            return;
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteValue(text);
        json.WriteEndArray();
    }

    private static void Text(JsonWriter json, string name, string? text)
    {
        if (text is null)
            return;
        json.WritePropertyName(name);
        json.WriteValue(text);
    }

    private static void Flag(JsonWriter json, string name, bool flag)
    {
        json.WritePropertyName(name);
        json.WriteValue(flag);
    }

    private static void Number(JsonWriter json, string name, int number)
    {
        json.WritePropertyName(name);
        json.WriteValue(number);
    }
}
