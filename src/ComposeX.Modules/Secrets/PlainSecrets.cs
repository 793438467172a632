using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Secrets that are written out as variables: whoever reads the template would read them.</summary>
internal static class PlainSecrets
{
    private static readonly Regex SecretName = new("(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|SECRET_?KEY|PRIVATE_?KEY|ACCESS_?KEY)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // postgres://user:password@host, and Server=db;Password=… of .NET.
    private static readonly Regex SecretWithin = new(@"^[a-z][a-z0-9+.-]*://[^/\s:@]*:[^/\s@]+@|(^|;)\s*(password|pwd)\s*=\s*[^;\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Switches, counts, paths, and what leads elsewhere: ARNs, references, CloudFormation's own.
    private static readonly Regex Harmless = new(@"^(|true|false|yes|no|on|off|none|null|[01]|[./~].*|arn:.*|x-[a-z0-9_-]+::.*|.*\$\{AWS::.*|.*\{\{resolve:.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>Warns of each, but for those that a secret takes the place of.</summary>
    public static void Check(ComposeService service, IReadOnlyCollection<string> replaced, DiagnosticBag diagnostics)
    {
        foreach (var variable in service.Environment.Where(variable => IsSecret(variable) && !replaced.Contains(variable.Name)))
        {
            diagnostics.Add(SecretsDiagnostics.SecretInPlainText(variable.Name, service.Name, variable.ValueOrigin));
        }
    }

    private static bool IsSecret(ComposeVariable variable) => variable.Value?.Trim() is { } value && !Harmless.IsMatch(value)
        && (SecretName.IsMatch(variable.Name) || SecretWithin.IsMatch(value));
}
