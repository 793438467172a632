using System;
using System.Globalization;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Elasticache;

/// <summary>What a value says that may be written as a text.</summary>
internal static class CfnScalars
{
    public static bool IsTrue(this CfnValue? value) => value is CfnBoolean { Value: true } || Is(value, "true");

    public static bool IsFalse(this CfnValue? value) => value is CfnBoolean { Value: false } || Is(value, "false");

    /// <summary>A whole number; null when it is none, or when nobody knows.</summary>
    public static long? Whole(this CfnValue? value)
    {
        var text = value switch
        {
            CfnNumber number => number.Text,
            CfnString other => other.Value,
            _ => null,
        };
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;
    }

    public static CfnMap WithDefault(this CfnMap map, string name, CfnValue? value) => map[name] is null && value is not null ? map.With(name, value) : map;

    private static bool Is(CfnValue? value, string word) => value is CfnString text && string.Equals(text.Value, word, StringComparison.OrdinalIgnoreCase);
}
