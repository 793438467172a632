using System.Globalization;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Elbv2;

/// <summary>Values as Elastic Load Balancing takes its attributes: texts, whatever they look like in YAML.</summary>
internal static class AttributeText
{
    public static CfnValue Of(CfnValue value) => value switch
    {
        CfnBoolean flag => new CfnString(flag.Value ? "true" : "false", flag.Origin),
        CfnNumber number => new CfnString(number.Text, number.Origin),
        CfnString { Value: "True" or "False" } text => text with { Value = text.Value.ToLowerInvariant() },
        _ => value,
    };

    /// <summary>The whole number that a value is, or null.</summary>
    public static long? Number(CfnValue value) =>
        Of(value) is CfnString text && long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
