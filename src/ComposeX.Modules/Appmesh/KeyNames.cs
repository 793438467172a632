using System.Linq;
using System.Text;

namespace ComposeX.Modules.Appmesh;

/// <summary>The spellings of a key: that of today (<c>ServiceName</c>), and those in which the first letter, or all of it, is lower-case.</summary>
internal static class KeyNames
{
    /// <summary><c>ServiceName</c>, <c>serviceName</c>, <c>service_name</c>, <c>servicename</c>.</summary>
    public static string[] Of(string name) =>
        [.. new[] { name, char.ToLowerInvariant(name[0]) + name.Substring(1), Snake(name), name.ToLowerInvariant() }.Distinct()];

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
