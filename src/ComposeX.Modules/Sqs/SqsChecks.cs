using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary>What SQS refuses and its published schema does not say.</summary>
internal static class SqsChecks
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html
    private static readonly (string Property, string[] Choices)[] FifoProperties =
    [
        ("ContentBasedDeduplication", []),
        ("DeduplicationScope", ["messageGroup", "queue"]),
        ("FifoThroughputLimit", ["perQueue", "perMessageGroupId"]),
    ];

    public static void CheckFifo(CfnMap properties, bool isFifo, DiagnosticBag diagnostics)
    {
        foreach (var (property, choices) in FifoProperties)
        {
            if (properties[property] is not { } value)
            {
                continue;
            }

            if (!isFifo && value is not CfnBoolean { Value: false })
            {
                diagnostics.Add(SqsDiagnostics.FifoOnly(property, value.Origin));
            }
            else if (choices.Length > 0 && value is CfnString choice && Array.IndexOf(choices, choice.Value) < 0)
            {
                diagnostics.Add(SqsDiagnostics.UnknownChoice(property, choice.Value, choices, value.Origin));
            }
        }
    }
}
