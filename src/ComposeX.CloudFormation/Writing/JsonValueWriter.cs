using ComposeX.CloudFormation.Json;
using ComposeX.CloudFormation.Values;
using Newtonsoft.Json;

namespace ComposeX.CloudFormation.Writing;

/// <summary>Writes values as JSON.</summary>
internal static class JsonValueWriter
{
    public static string Write(CfnValue value) => JsonText.Write(json => Write(json, value));

    private static void Write(JsonWriter json, CfnValue value)
    {
        switch (value)
        {
            case CfnString text:
                json.WriteValue(text.Value);
                break;
            case CfnNumber number:
                json.WriteRawValue(number.Text);
                break;
            case CfnBoolean boolean:
                json.WriteValue(boolean.Value);
                break;
            case CfnNull:
                json.WriteNull();
                break;
            case CfnList list:
                WriteList(json, list);
                break;
            case CfnMap map:
                WriteMap(json, map);
                break;
            case CfnFunction function:
                json.WriteStartObject();
                json.WritePropertyName(function.Name);
                Write(json, function.Argument);
                json.WriteEndObject();
                break;
            default:
                throw Unwritable.Symbol(value);
        }
    }

    private static void WriteList(JsonWriter json, CfnList list)
    {
        json.WriteStartArray();
        foreach (var item in list.Items)
            Write(json, item);
        json.WriteEndArray();
    }

    private static void WriteMap(JsonWriter json, CfnMap map)
    {
        json.WriteStartObject();
        foreach (var member in map.Members)
        {
            json.WritePropertyName(member.Name);
            Write(json, member.Value);
        }

        json.WriteEndObject();
    }
}
