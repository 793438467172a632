using System;
using System.Collections.Generic;
using ComposeX.Deploy.Aws.Query;

namespace ComposeX.Deploy.Aws.CloudFormation.Model;

/// <summary>A stack as CloudFormation describes it.</summary>
internal sealed record Stack(string StackId, string StackName, string StackStatus)
{
    public string? StackStatusReason { get; init; }

    public DateTimeOffset? CreationTime { get; init; }

    public DateTimeOffset? LastUpdatedTime { get; init; }

    public bool? EnableTerminationProtection { get; init; }

    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public IReadOnlyList<Output> Outputs { get; init; } = [];

    internal static Stack Read(QueryElement element) =>
        new(element.Text(nameof(StackId)) ?? "", element.Text(nameof(StackName)) ?? "", element.Text(nameof(StackStatus)) ?? "")
        {
            StackStatusReason = element.Text(nameof(StackStatusReason)),
            CreationTime = element.Time(nameof(CreationTime)),
            LastUpdatedTime = element.Time(nameof(LastUpdatedTime)),
            EnableTerminationProtection = element.Flag(nameof(EnableTerminationProtection)),
            Parameters = element.List(nameof(Parameters), Parameter.Read),
            Outputs = element.List(nameof(Outputs), Output.Read),
        };
}
