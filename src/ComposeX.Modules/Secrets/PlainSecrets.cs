using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Secrets that are written out as variables: whoever reads the template would read them.</summary>
internal static class PlainSecrets
{
    /// <summary>Warns of each, but for those that a secret takes the place of.</summary>
    public static void Check(ComposeService service, IReadOnlyCollection<string> replaced, DiagnosticBag diagnostics)
    {
        foreach (var variable in service.Environment.Where(variable => IsSecret(variable) && !replaced.Contains(variable.Name)))
        {
            diagnostics.Add(SecretsDiagnostics.SecretInPlainText(variable.Name, service.Name, variable.ValueOrigin));
        }
    }

    private static bool IsSecret(ComposeVariable variable) => variable.Value is { } value && PlainSecret.Is(variable.Name, value);
}
