using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Newtonsoft.Json;

namespace ComposeX.Build.Tasks.Deployments;

/// <summary>Writes what ComposeX.Deploy is asked to do.</summary>
internal static class DeployRequestFile
{
    private const int FormatVersion = 1;

    public static void Write(string path, IEnumerable<ITaskItem> members, IReadOnlyList<ITaskItem> parameters, IEnumerable<ITaskItem> tags)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var json = new JsonTextWriter(new StreamWriter(path)) { Formatting = Formatting.Indented, Culture = CultureInfo.InvariantCulture };
        json.WriteStartObject();
        json.WritePropertyName("formatVersion");
        json.WriteValue(FormatVersion);
        foreach (var member in members.Where(member => member.GetMetadata("Value").Length > 0))
        {
            json.WritePropertyName(member.ItemSpec);
            WriteValue(json, member.GetMetadata("Kind"), member.GetMetadata("Value"));
        }

        WriteMap(json, "parameters", parameters.Where(parameter => parameter.GetMetadata("Variable").Length == 0), "Value");
        WriteMap(json, "parameterVariables", parameters.Where(parameter => parameter.GetMetadata("Variable").Length > 0), "Variable");
        WriteMap(json, "tags", tags, "Value");
        json.WriteEndObject();
    }

    // What is no number or flag is written as text, for the tool to say what is wrong with it.
    private static void WriteValue(JsonWriter json, string kind, string value)
    {
        switch (kind)
        {
            case "list":
                WriteList(json, value);
                break;
            case "number" when long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number):
                json.WriteValue(number);
                break;
            case "flag" when bool.TryParse(value, out var flag):
                json.WriteValue(flag);
                break;
            default:
                json.WriteValue(value);
                break;
        }
    }

    private static void WriteList(JsonWriter json, string value)
    {
        json.WriteStartArray();
        foreach (var item in value.Split([';'], StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteValue(item.Trim());
        }

        json.WriteEndArray();
    }

    private static void WriteMap(JsonWriter json, string name, IEnumerable<ITaskItem> items, string metadata)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        foreach (var item in items)
        {
            json.WritePropertyName(item.ItemSpec);
            json.WriteValue(item.GetMetadata(metadata));
        }

        json.WriteEndObject();
    }
}
