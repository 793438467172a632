using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ComposeX.Deploy.Tests.Aws.Ecs;

namespace ComposeX.Deploy.Tests.Aws.CloudFormation;

/// <summary>A stack: its state, what it holds, what happened to it, and the operation that is running.</summary>
internal sealed class StackDouble(string name, StackDouble? parent, int number)
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static int s_clock;

    public string Name => name;

    public StackDouble? Parent => parent;

    public string Id { get; } = $"arn:aws:cloudformation:{AwsDouble.Region}:{AwsDouble.Account}:stack/{name}/{number:x8}-0000-0000-0000-000000000000";

    public string Status { get; set; } = "REVIEW_IN_PROGRESS";

    public string? Reason { get; set; }

    public DateTimeOffset Created { get; } = Now();

    public DateTimeOffset? Updated { get; set; }

    public bool IsProtected { get; set; }

    public bool CancelRequested { get; set; }

    public TemplateDouble Template { get; set; } = TemplateDouble.Empty;

    public SortedDictionary<string, string> Parameters { get; set; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Physical ids by logical id.</summary>
    public SortedDictionary<string, string> Physical { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, StackDouble> Children { get; } = new(StringComparer.Ordinal);

    public List<ChangeSetDouble> ChangeSets { get; } = [];

    public List<string> Events { get; } = [];

    /// <summary>As it was before the update that is running, to be rolled back to.</summary>
    public (TemplateDouble Template, SortedDictionary<string, string> Parameters, Dictionary<string, string> Physical)? Before { get; set; }

    public IEnumerator<string>? Operation { get; set; }

    /// <summary>For how many more looks the stack is shown as it was before the operation.</summary>
    public int Lag { get; set; }

    public string StatusBefore { get; set; } = "";

    public bool IsDeleted => Status == "DELETE_COMPLETE";

    public static DateTimeOffset Now() => Epoch.AddMilliseconds(100 * System.Threading.Interlocked.Increment(ref s_clock));

    /// <summary>The running operation makes a step, which is what happens between two looks at it.</summary>
    public void Advance()
    {
        if (Operation is { } operation && !operation.MoveNext())
            Operation = null;
    }

    public void Enter(string status, string? reason = null)
    {
        Status = status;
        Reason = reason;
        Note(name, "AWS::CloudFormation::Stack", Id, status, reason);
    }

    public void Note(ResourceDouble resource, string status, string? reason = null) =>
        Note(resource.LogicalId, resource.Type, ShownId(resource), status, reason);

    public string Describe() => "<member>"
        + Xml.Element("StackId", Id)
        + Xml.Element("StackName", name)
        + Xml.Element("StackStatus", Lag > 0 ? StatusBefore : Status)
        + Xml.Element("StackStatusReason", Reason)
        + Xml.Element("CreationTime", Time(Created))
        + Xml.Element("LastUpdatedTime", Updated is { } updated ? Time(updated) : null)
        + Xml.Element("EnableTerminationProtection", IsProtected ? "true" : "false")
        + "<Parameters>" + string.Concat(Parameters.Select(pair => "<member>" + Xml.Element("ParameterKey", pair.Key) + Xml.Element("ParameterValue", Template.IsNoEcho(pair.Key) ? "****" : pair.Value) + "</member>")) + "</Parameters>"
        + "<Outputs>" + string.Concat(Outputs().Select(pair => "<member>" + Xml.Element("OutputKey", pair.Key) + Xml.Element("OutputValue", pair.Value) + "</member>")) + "</Outputs>"
        + "</member>";

    public string DescribeResources() => string.Concat(Template.Resources.Where(resource => Physical.ContainsKey(resource.LogicalId)).Select(resource => "<member>"
        + Xml.Element("LogicalResourceId", resource.LogicalId)
        + Xml.Element("PhysicalResourceId", ShownId(resource))
        + Xml.Element("ResourceType", resource.Type)
        + Xml.Element("ResourceStatus", "CREATE_COMPLETE")
        + "</member>"));

    public IEnumerable<KeyValuePair<string, string>> Outputs() => Status is not ("CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE") ? [] : Template.Outputs.Select(output => new KeyValuePair<string, string>(output.Key, Value(output.Value!["Value"])));

    // A service is known by its ARN, of which the cluster is a part.
    private string ShownId(ResourceDouble resource) => Physical.GetValueOrDefault(resource.LogicalId) is not { } id ? ""
        : resource.Type == "AWS::ECS::Service" ? EcsDouble.ArnOf(id)
        : id;

    private string Value(JsonNode? value)
    {
        if (value is JsonObject function && function["Ref"]?.ToString() is { } reference)
            return Parameters.TryGetValue(reference, out var parameter) ? parameter : Physical.GetValueOrDefault(reference, "?");
        if (value is JsonObject getAtt && getAtt["Fn::GetAtt"] is JsonArray path && path[1]!.ToString() is var attribute)
        {
            return attribute.StartsWith("Outputs.", StringComparison.Ordinal)
                ? Children[path[0]!.ToString()].Outputs().First(output => output.Key == attribute["Outputs.".Length..]).Value
                : Physical.GetValueOrDefault(path[0]!.ToString()) + "." + attribute;
        }

        return value?.ToString() ?? "";
    }

    private void Note(string logicalId, string type, string physicalId, string status, string? reason)
    {
        var time = Now();
        Events.Insert(0, "<member>"
            + Xml.Element("EventId", $"{logicalId}-{status}-{time.Ticks}")
            + Xml.Element("StackId", Id)
            + Xml.Element("StackName", name)
            + Xml.Element("LogicalResourceId", logicalId)
            + Xml.Element("PhysicalResourceId", physicalId)
            + Xml.Element("ResourceType", type)
            + Xml.Element("Timestamp", Time(time))
            + Xml.Element("ResourceStatus", status)
            + Xml.Element("ResourceStatusReason", reason)
            + "</member>");
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
