using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Reading;

/// <summary>What a plain YAML scalar becomes in a template when no schema says which kind is wanted.</summary>
internal static class PlainScalar
{
    public static CfnValue Resolve(YamlScalar scalar) => scalar.Text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new CfnNull(scalar.Location),
        "true" or "True" or "TRUE" => new CfnBoolean(true, scalar.Location),
        "false" or "False" or "FALSE" => new CfnBoolean(false, scalar.Location),
        var text when Number(text) is { } number => new CfnNumber(number, scalar.Location),
        var text => new CfnString(text, scalar.Location),
    };

    /// <summary>
    /// The JSON text of a number. A numeral that JSON would have to rewrite, such as <c>0123</c> or <c>+1</c>, is none:
    /// it is more often an account id or a phone number, and its text must survive.
    /// </summary>
    public static string? Number(string text)
    {
        var digits = text.Length > 0 && text[0] == '-' ? text.Substring(1) : text;
        if (digits.Length == 0 || !IsDigit(digits[0]) || (digits.Length > 1 && digits[0] == '0' && IsDigit(digits[1])))
            return null;
        var whole = digits.TakeWhile(IsDigit).Count();
        var rest = digits.Substring(whole);
        return rest.Length == 0 || IsFraction(rest) ? text : null;
    }

    private static bool IsFraction(string rest)
    {
        var exponent = rest.IndexOfAny(['e', 'E']);
        var fraction = exponent < 0 ? rest : rest.Substring(0, exponent);
        return (fraction.Length == 0 || (fraction.Length > 1 && fraction[0] == '.' && fraction.Skip(1).All(IsDigit)))
            && (exponent < 0 || IsExponent(rest.Substring(exponent + 1)));
    }

    private static bool IsExponent(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
