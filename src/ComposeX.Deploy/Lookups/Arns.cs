using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Lookups;

/// <summary>Takes ARNs apart by the pattern of their kind, and makes texts of the parts.</summary>
internal static partial class Arns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static bool IsOf(string pattern, string arn) => Match(pattern, arn).Success;

    /// <summary>The region in an ARN; null where the kind is in none.</summary>
    public static string? RegionOf(string arn) => arn.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null;

    /// <summary>A text such as <c>${id}</c> with the groups of the pattern put in; null when one is not there.</summary>
    public static string? Fill(string text, string pattern, string arn)
    {
        var match = Match(pattern, arn);
        var names = Variable().Matches(text).Select(variable => variable.Groups["name"].Value);
        return match.Success && names.All(name => name == "arn" || match.Groups[name].Success)
            ? Variable().Replace(text, variable => variable.Groups["name"].Value is var name && name == "arn" ? arn : match.Groups[name].Value)
            : null;
    }

    /// <summary>Whether the ARN ends with the name; the ARN of a secret has six characters more.</summary>
    public static bool IsNamed(string arn, string name) =>
        Regex.IsMatch(arn, "[:/]" + Regex.Escape(name) + (arn.Contains(":secretsmanager:", StringComparison.Ordinal) ? "-[A-Za-z0-9]{6}$" : "$"), Options, Patience);

    // A pattern means the whole ARN, whether or not it says so.
    private static Match Match(string pattern, string arn) => Regex.Match(arn, $"^(?:{pattern})$", Options, Patience);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z]+)\}", Options)]
    private static partial Regex Variable();
}
