using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Tests.Aws.CloudFormation;

/// <summary>A change set, pending until it was looked at twice.</summary>
internal sealed class ChangeSetDouble(string name, string token, StackDouble stack, int number)
{
    // A nested one is settled when the root's is.
    private int _looks = stack.Parent is null ? 0 : 3;

    public string Name => name;

    public string Token => token;

    public StackDouble Stack => stack;

    public string Id { get; } = $"arn:aws:cloudformation:{AwsDouble.Region}:{AwsDouble.Account}:changeSet/{name}/{number:x8}-0000-0000-0000-000000000000";

    public required TemplateDouble Template { get; init; }

    public required SortedDictionary<string, string> Parameters { get; init; }

    public SortedDictionary<string, string> Tags { get; init; } = [];

    public required IReadOnlyList<string> Changes { get; init; }

    public string ExecutionStatus { get; set; } = "AVAILABLE";

    public string? ExecutionToken { get; set; }

    /// <summary>Why it cannot be made, if it cannot.</summary>
    public string? Failure { get; init; }

    /// <summary>For how many looks it is being deleted, because there are nested ones to delete with it.</summary>
    private int? _goodbyes;

    public bool IsGone => _goodbyes is <= 0;

    public void Delete()
    {
        ExecutionStatus = "UNAVAILABLE";
        _goodbyes = Changes.Any(change => change.Contains("<ChangeSetId>", StringComparison.Ordinal)) ? _goodbyes ?? 2 : 0;
    }

    public string Describe(int page)
    {
        var settled = ++_looks > 2;
        var status = _goodbyes is { } left ? (_goodbyes = left - 1) is 1 ? "DELETE_PENDING" : "DELETE_IN_PROGRESS" : !settled ? (_looks == 1 ? "CREATE_PENDING" : "CREATE_IN_PROGRESS") : Failure is null ? "CREATE_COMPLETE" : "FAILED";
        const int Size = 2;
        var shown = settled && Failure is null ? Changes.Skip(page * Size).Take(Size).ToList() : [];
        var more = settled && Failure is null && Changes.Count > (page + 1) * Size;
        return Xml.Element("ChangeSetName", name)
            + Xml.Element("ChangeSetId", Id)
            + Xml.Element("StackId", stack.Id)
            + Xml.Element("StackName", stack.Name)
            + Xml.Element("Status", status)
            + Xml.Element("StatusReason", settled ? Failure : null)
            + Xml.Element("ExecutionStatus", settled && Failure is null ? ExecutionStatus : "UNAVAILABLE")
            + "<Changes>" + string.Concat(shown) + "</Changes>"
            + Xml.Element("NextToken", more ? (page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
