using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Model.Seam;

/// <summary>What a property such as <c>KmsMasterKeyId</c> says: a key of x-kms, an ARN, an id, an alias.</summary>
public static class CustomerKey
{
    private const string KeysKey = "x-kms";

    private static readonly Regex KeyArn = new("^arn:[^:]+:kms:[^:]+:[^:]+:key/.+$", RegexOptions.CultureInvariant);
    private static readonly Regex KeyId = new("^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$", RegexOptions.CultureInvariant);
    private static readonly Regex AwsAlias = new("(^|:)alias/aws/", RegexOptions.CultureInvariant);

    /// <summary>The property's value: <c>x-kms::key</c> alone means the key's ARN.</summary>
    public static CfnValue Complete(CfnValue key) =>
        key is DeclarationReference { Key: KeysKey, Attribute: null } reference ? reference with { Attribute = "Arn" } : key;

    /// <summary>The key's ARN as a policy takes it; null where it is AWS's own key, or where the text does not say the ARN.</summary>
    public static CfnValue? ArnOf(CfnValue? key) => key switch
    {
        DeclarationReference { Key: KeysKey } reference => reference with { Attribute = "Arn" },
        CfnString text when KeyArn.IsMatch(text.Value) => text,
        CfnString text when OfId(text) is { } arn => arn,
        CfnFunction { Name: "Fn::Sub", Argument: CfnString text } sub when KeyArn.IsMatch(text.Value.Replace("AWS::", "")) => sub,
        _ => null,
    };

    /// <summary>The ARN of the key with that id, in this account and region; null when the text is no id.</summary>
    public static CfnFunction? OfId(CfnString text) =>
        KeyId.IsMatch(text.Value) ? new Cfn(text.Origin).Sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/" + text.Value) : null;

    /// <summary>Whether it is the key that AWS keeps for a service. Its policy cannot be changed, so no other service can use it.</summary>
    public static bool IsOfAws(CfnValue? key) => key is CfnString text && AwsAlias.IsMatch(text.Value);

    /// <summary>Whether it is a customer's key that this file does not declare, so that its policy is left as it is.</summary>
    public static bool IsOfOthers(CfnValue? key) => key is not (null or CfnString { Value: "" } or DeclarationReference { Key: KeysKey }) && !IsOfAws(key);

    /// <summary>Whether it is a customer's key whose ARN nobody can tell from the text: an alias, a parameter.</summary>
    public static bool IsHidden(CfnValue? key) => IsOfOthers(key) && ArnOf(key) is null;
}
