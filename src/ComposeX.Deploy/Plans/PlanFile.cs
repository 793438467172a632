using System.Collections.Generic;
using System.Text.Json;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Plans;

/// <summary>A plan for programs to read.</summary>
internal static class PlanFile
{
    private const int FormatVersion = 1;

    public static void Write(string path, Plan plan, Secrets secrets) => JsonFile.Write(path, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("formatVersion", FormatVersion);
        json.WriteString("stackName", plan.StackName);
        json.WriteBoolean("isNew", plan.IsNew);
        json.WriteBoolean("isEmpty", plan.IsEmpty);
        json.WriteStartArray("changes");
        foreach (var change in plan.Changes)
            Change(json, change, secrets);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Change(Utf8JsonWriter json, PlannedChange change, Secrets secrets)
    {
        json.WriteStartObject();
        json.WriteString("action", change.Kind.ToString());
        json.WriteString("stack", change.Stack);
        json.WriteString("logicalId", change.LogicalId);
        json.WriteString("type", change.Type);
        json.WriteBoolean("losesData", change.LosesData);
        if (change.PolicyAction is { } policy)
            json.WriteString("policyAction", policy);
        Properties(json, change.Properties, secrets);
        if (change.Origin is { } origin)
            Origin(json, origin);
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, IReadOnlyList<PlannedProperty> properties, Secrets secrets)
    {
        json.WriteStartArray("properties");
        foreach (var property in properties)
        {
            json.WriteStartObject();
            json.WriteString("name", property.Name);
            json.WriteString("recreation", property.Recreation);
            if (property.Before is { } before)
                json.WriteString("before", secrets.Mask(before));
            if (property.After is { } after)
                json.WriteString("after", secrets.Mask(after));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Origin(Utf8JsonWriter json, Location origin)
    {
        json.WriteStartObject("origin");
        json.WriteString("file", origin.File);
        json.WriteNumber("line", origin.Line);
        json.WriteNumber("column", origin.Column);
        json.WriteEndObject();
    }
}
