using System.Collections.Generic;
using System.Linq;
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
        json.WriteStartObject("totals");
        json.WriteNumber("add", plan.Count(ChangeKind.Add, ChangeKind.Import));
        json.WriteNumber("modify", plan.Count(ChangeKind.Modify, ChangeKind.Unseen));
        json.WriteNumber("replace", plan.Count(ChangeKind.Replace, ChangeKind.MayReplace));
        json.WriteNumber("remove", plan.Count(ChangeKind.Remove));
        json.WriteNumber("interrupted", plan.Changes.Count(change => change.Interruption is not null));
        json.WriteNumber("losingData", plan.Changes.Count(change => change.LosesData));
        json.WriteEndObject();
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
        if (change.PhysicalId is { Length: > 0 } physicalId)
            json.WriteString("physicalId", secrets.Mask(physicalId));
        json.WriteBoolean("losesData", change.LosesData);
        if (change.PolicyAction is { } policy)
            json.WriteString("policyAction", policy);
        if (change.Interruption is { } interruption)
        {
            json.WriteStartObject("interruption");
            json.WriteString("kind", interruption.Kind.ToString());
            json.WriteString("text", interruption.Text);
            json.WriteEndObject();
        }

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
            if (property.Path is { } path)
                json.WriteString("path", path);
            json.WriteString("recreation", property.Recreation);
            if (property.Before is { } before)
                json.WriteString("before", secrets.MaskValue(before));
            if (property.IsKnownLater)
                json.WriteBoolean("afterIsKnownLater", true);
            else if (property.After is { } after)
                json.WriteString("after", secrets.MaskValue(after));
            if (property.Causes.Count > 0)
                Texts(json, "causes", property.Causes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
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
