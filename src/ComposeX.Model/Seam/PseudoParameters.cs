using System.Text.RegularExpressions;

namespace ComposeX.Model.Seam;

/// <summary>CloudFormation's own variables (<c>${AWS::Region}</c>) inside a text of the compose file.</summary>
public static class PseudoParameters
{
    private static readonly Regex Pseudo = new(@"\$\{AWS::(AccountId|NotificationARNs|NoValue|Partition|Region|StackId|StackName|URLSuffix)\}", RegexOptions.CultureInvariant);

    public static bool AreIn(string text) => Pseudo.IsMatch(text);

    /// <summary>The text for <c>Fn::Sub</c> in which only pseudo parameters are substituted and every other <c>${…}</c> stays as it is.</summary>
    public static string KeepOnly(string text) => Regex.Replace(text, @"\$\{(?!AWS::)", "${!", RegexOptions.CultureInvariant);
}
