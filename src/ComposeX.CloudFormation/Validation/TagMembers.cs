using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.CloudFormation.Validation;

/// <summary>The members of a standard tag, which the catalogue does not repeat for each type.</summary>
internal static class TagMembers
{
    public static IReadOnlyDictionary<string, PropertySchema> All { get; } = new SortedDictionary<string, PropertySchema>(StringComparer.Ordinal)
    {
        ["Key"] = new("Key", new StringType([], null, 1, 128)) { Required = true },
        ["Value"] = new("Value", new StringType([], null, null, 256)) { Required = true },
    };
}
