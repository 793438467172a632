using System;
using System.Linq;
using System.Text;
using ComposeX.Syntax;

namespace ComposeX.Model.Lookups;

/// <summary>A look-up as one line of text, the same for every way of writing it: <c>{Tags:{Name:shop}}</c>. The lock keeps it to notice changes.</summary>
public static class LookupText
{
    public static string Of(YamlNode lookup) => lookup switch
    {
        YamlMapping map => "{" + string.Join(",", map.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => $"{Escaped(entry.Name)}:{Of(entry.Value)}")) + "}",
        YamlSequence list => "[" + string.Join(",", list.Items.Select(Of)) + "]",
        YamlScalar scalar => Escaped(scalar.Text),
        _ => "",
    };

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            if ("{}[],:\\".Contains(character))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
