using System;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>A bucket's name: as written, with the account and the region appended where that was asked for.</summary>
internal static class BucketName
{
    private const string Account = "${AWS::AccountId}";
    private const string Region = "${AWS::Region}";
    private const int MostCharacters = 63;

    // ap-southeast-1 and its like.
    private const string LongestRegion = "xx-xxxxxxxxx-1";

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static readonly Regex Rule = new("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.CultureInvariant);
    private static readonly Regex Address = new(@"^\d{1,3}(\.\d{1,3}){3}$", RegexOptions.CultureInvariant);
    private static readonly string[] Prefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] Suffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <summary>The whole name; null where CloudFormation makes one up.</summary>
    public static CfnValue? Of(CfnValue? written, BucketMacros macros)
    {
        var suffix = Suffix(macros);
        return written is null || suffix.Length == 0 ? written : written switch
        {
            CfnString text => new Cfn(text.Origin).Sub(text.Value + suffix),
            CfnFunction { Name: "Fn::Sub", Argument: CfnString text } => new Cfn(written.Origin).Sub(text.Value + suffix),
            _ => new Cfn(written.Origin).Sub("${Name}" + suffix, ("Name", written)),
        };
    }

    /// <summary>The bucket's ARN without a reference to the bucket; null where its name is not known before.</summary>
    public static CfnValue? Arn(CfnValue? name) => name switch
    {
        CfnString text => new Cfn(text.Origin).Sub("arn:${AWS::Partition}:s3:::" + text.Value),
        CfnFunction { Name: "Fn::Sub", Argument: CfnString text } => new Cfn(name.Origin).Sub("arn:${AWS::Partition}:s3:::" + text.Value),
        _ => null,
    };

    /// <summary>Whether the name has a dot, which some of S3 does without.</summary>
    public static bool HasDot(CfnValue? name) => name is CfnString text ? text.Value.IndexOf('.') >= 0
        : name is CfnFunction { Argument: CfnString sub } && sub.Value.IndexOf('.') >= 0;

    public static void Check(CfnValue? written, BucketMacros macros, DiagnosticBag diagnostics)
    {
        switch (written)
        {
            case null when macros.ExpandedBy is { } origin:
                diagnostics.Add(S3Diagnostics.NothingToExpand(origin));
                break;
            case CfnString text:
                CheckText(text, macros, diagnostics);
                break;
        }
    }

    private static void CheckText(CfnString written, BucketMacros macros, DiagnosticBag diagnostics)
    {
        var name = written.Value + Suffix(macros).Replace(Account, "000000000000").Replace(Region, LongestRegion);
        if (written.Value.Length > 0 && name.Length > MostCharacters)
        {
            diagnostics.Add(S3Diagnostics.NameTooLong(written.Value, MostCharacters - (name.Length - written.Value.Length), written.Origin));
        }
        else if (!Rule.IsMatch(name) || name.Contains("..") || Address.IsMatch(name)
            || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            diagnostics.Add(S3Diagnostics.BadName(written.Value, written.Origin));
        }
        else if (!macros.ExpandsAccount)
        {
            diagnostics.Add(S3Diagnostics.NameForOneAccount(written.Value, written.Origin));
        }
    }

    // The account first, whatever order the file has.
    private static string Suffix(BucketMacros macros) =>
        (macros.ExpandsAccount ? macros.Separator + Account : "") + (macros.ExpandsRegion ? macros.Separator + Region : "");
}
