using System;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Warns of secrets that are written out as variables: whoever reads the template would read them.</summary>
public sealed class PlainSecretsModule : ServiceModule
{
    private static readonly Regex SecretName = new("(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|SECRET_?KEY|PRIVATE_?KEY|ACCESS_?KEY)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // postgres://user:password@host, and Server=db;Password=… of .NET.
    private static readonly Regex SecretWithin = new(@"^[a-z][a-z0-9+.-]*://[^/\s:@]*:[^/\s@]+@|(^|;)\s*(password|pwd)\s*=\s*[^;\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Switches, counts, paths, and what leads elsewhere: ARNs, references, CloudFormation's own.
    private static readonly Regex Harmless = new(@"^(|true|false|yes|no|on|off|none|null|[01]|[./~].*|arn:.*|x-[a-z0-9_-]+::.*|.*\$\{AWS::.*|.*\{\{resolve:.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        foreach (var service in family.Services)
        {
            foreach (var variable in service.Environment.Where(IsSecret))
            {
                diagnostics.Add(SecretsDiagnostics.SecretInPlainText(variable.Name, service.Name, variable.ValueOrigin));
            }
        }

        return new Synthesized();
    }

    private static bool IsSecret(ComposeVariable variable) => variable.Value?.Trim() is { } value && !Harmless.IsMatch(value)
        && (SecretName.IsMatch(variable.Name) || SecretWithin.IsMatch(value));
}
