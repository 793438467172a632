using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ComposeX.Compose.EnvFiles;

/// <summary>The escapes of a value in double quotes. Others stay as they are written.</summary>
internal static class EnvEscapes
{
    private static readonly Regex _escape = new("\\\\(?:[abcfnrtv$\"\\\\]|0[0-9]{0,3})", RegexOptions.CultureInvariant);

    public static string Expand(string text) => text.IndexOf('\\') < 0 ? text : _escape.Replace(text, match => One(match.Value));

    // "\$" becomes "$$", which the variables' own syntax turns into a dollar sign afterwards.
    private static string One(string escape) => escape[1] switch
    {
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'v' => "\v",
        '$' => "$$",
        '"' => "\"",
        '\\' => "\\",
        '0' => Octal(escape),
        _ => escape,
    };

    private static string Octal(string escape)
    {
        var digits = escape.Substring(2);
        return digits.Length == 3 && digits.IndexOfAny(['8', '9']) < 0 && Convert.ToInt32(digits, 8) is <= 255 and var code
            ? ((char)code).ToString(CultureInfo.InvariantCulture)
            : escape;
    }
}
