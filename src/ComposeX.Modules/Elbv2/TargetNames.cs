using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads the names of containers: <c>family:service:port</c>, of which the last two may be missing.</summary>
internal static class TargetNames
{
    public static TargetMember? Read(Located<string> text, Located<long>? port, DiagnosticBag diagnostics)
    {
        var parts = text.Value.Split(':');
        if (parts.Length > 3 || parts.Any(part => part.Length == 0))
        {
            diagnostics.Add(Elbv2Diagnostics.BadTargetName(text.Value, text.Origin));
            return null;
        }

        if (parts.Length == 3)
        {
            if (!long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
            {
                diagnostics.Add(Elbv2Diagnostics.NotAPort(parts[2], text.Origin));
                return null;
            }

            port ??= new(number, text.Origin);
        }

        return new(text, parts[0], parts.Length > 1 ? parts[1] : null, port);
    }
}
