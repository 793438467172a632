using System;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>A table that exists, by its name or its ARN; either follows from the other.</summary>
internal static class ExistingTable
{
    private static readonly Regex Name = new("^[A-Za-z0-9_.-]{3,255}$", RegexOptions.CultureInvariant);

    private static readonly Regex Arn = new(
        @"^arn:(aws[a-z-]*|\$\{AWS::Partition\}):dynamodb:([a-z0-9-]+|\$\{AWS::Region\}):(\d{12}|\$\{AWS::AccountId\}):table/[A-Za-z0-9_.-]{3,255}$",
        RegexOptions.CultureInvariant);

    public static bool IsTable(string text) => Name.IsMatch(text) || Arn.IsMatch(text);

    public static CfnValue AttributeOf(YamlScalar use, string attribute)
    {
        var cfn = new Cfn(use.Location);
        var isArn = use.Text.StartsWith("arn:", StringComparison.Ordinal);
        return attribute switch
        {
            "TableName" => cfn.String(isArn ? use.Text.Substring(use.Text.LastIndexOf('/') + 1) : use.Text),
            _ when !isArn => cfn.Sub("arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/" + use.Text),
            _ => use.Text.Contains("${") ? cfn.Sub(use.Text) : cfn.String(use.Text),
        };
    }
}
