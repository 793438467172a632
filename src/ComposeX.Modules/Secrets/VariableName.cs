using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Names of variables that come from secrets.</summary>
internal static class VariableName
{
    private static readonly Regex Legal = new("^[A-Za-z0-9_.-]+$", RegexOptions.CultureInvariant);

    private static readonly Regex Usual = new("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant);

    /// <summary>The variable for the ARN of a secret whose user gave it no name.</summary>
    public static string Of(string secret) =>
        new([.. secret.ToUpperInvariant().Select(c => c == '-' ? '_' : c).Where(c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)))]);

    public static bool IsUsual(string name) => Usual.IsMatch(name);

    public static bool Check(Located<string> name, DiagnosticBag diagnostics)
    {
        var isLegal = Legal.IsMatch(name.Value);
        if (!isLegal)
        {
            diagnostics.Add(SecretsDiagnostics.BadVariable(name.Value, name.Origin));
        }

        return isLegal;
    }
}
