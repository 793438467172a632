using System;
using System.Collections.Generic;
using System.Globalization;
using ComposeX.Syntax;
using Newtonsoft.Json;

namespace ComposeX.CloudFormation.Manifests;

/// <summary>Walks the manifest's JSON once, from front to back, into objects that know their places.</summary>
internal sealed class ManifestCursor(JsonTextReader json, string file)
{
    public ManifestObject ReadDocument()
    {
        if (Advance() != JsonToken.StartObject)
            throw new ManifestFault(ManifestDiagnostics.WrongKind(Place, "$", "an object"));
        var document = ReadObject("");
        while (json.Read())
        {
            // Only so that text behind the document's end is seen.
        }

        return document;
    }

    private Location Place => new(file, Math.Max(1, json.LineNumber), Math.Max(1, json.LinePosition), Math.Max(1, json.LineNumber), Math.Max(1, json.LinePosition));

    private JsonToken Advance() =>
        json.Read() ? json.TokenType : throw new ManifestFault(ManifestDiagnostics.NotJson(Place, "it ends too early."));

    private ManifestObject ReadObject(string path)
    {
        var place = Place;
        var members = new Dictionary<string, ManifestValue>(StringComparer.Ordinal);
        while (Advance() != JsonToken.EndObject)
        {
            var name = Convert.ToString(json.Value, CultureInfo.InvariantCulture) ?? "";
            Advance();
            members[name] = ReadValue(path.Length == 0 ? name : path + "." + name);
        }

        return new ManifestObject(path, place, members);
    }

    private ManifestValue ReadValue(string path)
    {
        var place = Place;
        return json.TokenType switch
        {
            JsonToken.StartObject => new ManifestValue(ReadObject(path), path, place),
            JsonToken.StartArray => new ManifestValue(ReadArray(path), path, place),
            _ => new ManifestValue(json.Value, path, place),
        };
    }

    private List<ManifestValue> ReadArray(string path)
    {
        var items = new List<ManifestValue>();
        while (Advance() != JsonToken.EndArray)
            items.Add(ReadValue(FormattableString.Invariant($"{path}[{items.Count}]")));
        return items;
    }
}
