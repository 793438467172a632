using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Iam;

/// <summary>A managed policy by its name, with or without a path, or by its ARN.</summary>
internal static class PolicyArn
{
    private const string Names = "[A-Za-z0-9+=,.@_-]+";

    private static readonly Regex Name = new($"^/?(?<name>({Names}/)*{Names})$", RegexOptions.CultureInvariant);

    private static readonly Regex Arn = new(
        $@"^arn:(?<partition>aws[a-z-]*|\$\{{AWS::Partition\}}):iam::(?<account>aws|\d{{12}}|\$\{{AWS::AccountId\}}):policy/(?<name>({Names}/)*{Names})$", RegexOptions.CultureInvariant);

    /// <summary>
    /// The ARN. A name is a policy of the account that is deployed to; a policy of AWS's own is named for whichever partition that is;
    /// any other ARN stays as written.
    /// </summary>
    public static CfnValue? Read(Located<string> text, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(text.Origin);
        if (Name.Match(text.Value) is { Success: true } name)
        {
            return cfn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/" + name.Groups["name"].Value);
        }

        if (Arn.Match(text.Value) is not { Success: true } arn)
        {
            diagnostics.Add(IamDiagnostics.NoPolicy(text.Value, text.Origin));
            return null;
        }

        return arn.Groups["account"].Value == "aws" ? cfn.Sub("arn:${AWS::Partition}:iam::aws:policy/" + arn.Groups["name"].Value)
            : text.Value.Contains("${") ? cfn.Sub(text.Value)
            : cfn.String(text.Value);
    }
}
