using System.Text.RegularExpressions;

namespace ComposeX.Model.Reading;

/// <summary>Tells a secret that is written out, by its name or by what it looks like: whoever reads the template would read it.</summary>
public static class PlainSecret
{
    private static readonly Regex SecretName = new("(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|SECRET_?KEY|PRIVATE_?KEY|ACCESS_?KEY)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // postgres://user:password@host, and Server=db;Password=… of .NET.
    private static readonly Regex SecretWithin = new(@"^[a-z][a-z0-9+.-]*://[^/\s:@]*:[^/\s@]+@|(^|;)\s*(password|pwd)\s*=\s*[^;\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Switches, counts, paths, and what leads elsewhere: ARNs, references, CloudFormation's own.
    private static readonly Regex Harmless = new(@"^(|true|false|yes|no|on|off|none|null|[01]|[./~].*|arn:.*|x-[a-z0-9_-]+::.*|.*\$\{AWS::.*|.*\{\{resolve:.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>Whether a value under a name looks like a secret.</summary>
    public static bool Is(string name, string value) =>
        value.Trim() is var text && !Harmless.IsMatch(text) && (SecretName.IsMatch(name) || SecretWithin.IsMatch(text));
}
