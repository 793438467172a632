using System.Collections.Generic;

namespace ComposeX.CloudFormation.Validation;

/// <summary>The parameters that every template has.</summary>
internal static class PseudoParameters
{
    public const string NoValue = "AWS::NoValue";

    public const string NotificationArns = "AWS::NotificationARNs";

    public static IReadOnlyList<string> Names { get; } =
    [
        "AWS::AccountId",
        NoValue,
        NotificationArns,
        "AWS::Partition",
        "AWS::Region",
        "AWS::StackId",
        "AWS::StackName",
        "AWS::URLSuffix",
    ];
}
