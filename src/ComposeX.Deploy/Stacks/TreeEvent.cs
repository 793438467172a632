using System;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Stacks;

/// <summary>An event with the place of its stack in the tree of nested stacks.</summary>
/// <param name="Stack">The nested stack's logical id in the root (<c>A/B</c> deeper down); empty for the root.</param>
internal sealed record TreeEvent(string Stack, StackEvent Event)
{
    public const string StackType = "AWS::CloudFormation::Stack";

    /// <summary>Whether it is about the stack itself rather than one of its resources.</summary>
    public bool IsOfStackItself => string.IsNullOrEmpty(Event.PhysicalResourceId)
        ? string.Equals(Event.LogicalResourceId, Event.StackName, StringComparison.Ordinal)
        : string.Equals(Event.PhysicalResourceId, Event.StackId, StringComparison.Ordinal);

    public bool IsOfNestedStack => Event.ResourceType == StackType && !IsOfStackItself;

    public string Key => Stack + "/" + Event.LogicalResourceId;
}
