using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Model.Seam;

/// <summary>What follows from a module's facts: names, and attributes found by name.</summary>
public static class ModuleExtensions
{
    /// <summary><c>SqsOrders</c> for <c>orders</c> under <c>x-sqs</c>; <c>SqsOrdersPolicy</c> for its part <c>Policy</c>.</summary>
    public static string LogicalId(this Declaration declaration, string part = "") =>
        CloudFormation.Templates.LogicalId.From(declaration.Module.Topic(), declaration.Name, part);

    /// <summary>The key without its <c>x-</c>: what policies and outputs are named for.</summary>
    public static string Topic(this Module module) => module.Key.Substring("x-".Length);

    /// <summary>The sets that a user's choice means; none when there is no such set.</summary>
    public static IReadOnlyList<AccessSet> SetsOf(this Module module, AccessChoice choice) => choice.Dimension is { } side
        ? [.. module.Access.Where(set => string.Equals(set.Dimension, side.Value, StringComparison.Ordinal) && string.Equals(set.Name, choice.Name.Value, StringComparison.Ordinal))]
        : module.AccessOf(choice.Name.Value);

    /// <summary>The attribute of that name or alias, or null.</summary>
    public static ModuleAttribute? FindAttribute(this Module module, string name) => module.Attributes.FirstOrDefault(attribute =>
        string.Equals(attribute.Name, name, StringComparison.Ordinal) || string.Equals(attribute.Alias, name, StringComparison.Ordinal));
}
