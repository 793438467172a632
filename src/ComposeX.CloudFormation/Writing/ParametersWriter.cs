using System.Collections.Generic;
using ComposeX.CloudFormation.Json;

namespace ComposeX.CloudFormation.Writing;

/// <summary>Writes the parameters file that <c>aws cloudformation</c> takes: a list of keys and values.</summary>
public static class ParametersWriter
{
    /// <summary>The file's text, the parameters in the order given.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> parameters) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            json.WritePropertyName("ParameterKey");
            json.WriteValue(parameter.Key);
            json.WritePropertyName("ParameterValue");
            json.WriteValue(parameter.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
