using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ComposeX.Modules.Monitoring;

/// <summary>Writes JSON on one line: a parameter's value has little room.</summary>
internal static class Json
{
    /// <summary>An object of what is there: a null among the members is left out.</summary>
    public static string Object(params (string Name, string? Value)[] members) =>
        "{" + string.Join(",", members.Where(member => member.Value is not null).Select(member => $"{Text(member.Name)}:{member.Value}")) + "}";

    public static string Array(IEnumerable<string> items) => $"[{string.Join(",", items)}]";

    public static string Text(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => json.Append('\\').Append(character),
                < ' ' => json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(character),
            };
        }

        return json.Append('"').ToString();
    }
}
