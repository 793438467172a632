using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Requests;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Lookups;

/// <summary>Reads the plan that the SDK's task has written.</summary>
internal static class LookupPlanReader
{
    /// <summary>The plan, or null when <paramref name="diagnostics"/> tell why not.</summary>
    public static LookupPlan? Read(string path, DiagnosticBag diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.GetProperty("formatVersion").GetInt32() == LookupPlan.FormatVersion)
                return new(Each(document.RootElement, "lookups", Lookup));
            diagnostics.Add(RequestDiagnostics.Unreadable(Location.OfFile(path), "its form is of another version; the SDK and ComposeX.Deploy must be of the same version."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            diagnostics.Add(RequestDiagnostics.Unreadable(Location.OfFile(path), exception.Message));
        }

        return null;
    }

    private static PlannedLookup Lookup(JsonElement json) =>
        new(Text(json, "section"), Text(json, "name"), Text(json, "text"), Each(json, "queries", Query), Origin(json));

    private static PlannedQuery Query(JsonElement json) => new(
        Text(json, "taggingType"), Text(json, "type"), Text(json, "arnPattern"), Text(json, "identifier"), Key(json.GetProperty("key")), Each(json, "attributes", Attribute), Origin(json))
    {
        ListAs = Optional(json, "listAs"),
        Where = json.TryGetProperty("where", out var where) ? new(Text(where, "path"), Text(where, "attribute")) : null,
    };

    private static LookupKey Key(JsonElement json) => new()
    {
        Arn = Optional(json, "arn"),
        Identifiers = Texts(json, "identifiers"),
        Name = Optional(json, "name"),
        IsPrivate = json.TryGetProperty("isPrivate", out var isPrivate) ? isPrivate.GetBoolean() : null,
        Tags = Each(json, "tags", tag => new LookupTag(Text(tag, "key"), Texts(tag, "values"))),
        RoleArn = Optional(json, "roleArn"),
        Region = Optional(json, "region"),
    };

    private static PlannedAttribute Attribute(JsonElement json) =>
        new(Text(json, "name"), Text(json, "from"), json.GetProperty("isOptional").GetBoolean(), json.GetProperty("isKey").GetBoolean());

    private static Location Origin(JsonElement json)
    {
        var origin = json.GetProperty("origin");
        return new(Text(origin, "file"), Number("line"), Number("column"), Number("endLine"), Number("endColumn"));

        int Number(string name) => origin.GetProperty(name).GetInt32();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement json, string name) => Each(json, name, item => item.GetString() ?? "");

    private static IReadOnlyList<T> Each<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) ? [.. items.EnumerateArray().Select(read)] : [];
}
