using System;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Writing;

/// <summary>What happens when a template that the validator refused is written all the same.</summary>
internal static class Unwritable
{
    public static InvalidOperationException Symbol(CfnValue value) =>
        new(FormattableString.Invariant($"A symbol was not resolved before writing; it comes from {value.Origin}."));
}
