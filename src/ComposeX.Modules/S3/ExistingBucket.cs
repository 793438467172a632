using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>A bucket that is there already and was written down: by its name or ARN, from which the rest follows.</summary>
internal sealed record ExistingBucket(CfnValue Name)
{
    private static readonly Regex NameOrArn = new(@"^(?:arn:aws[a-z-]*:s3:::)?(?<name>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$", RegexOptions.CultureInvariant);

    public static ExistingBucket? Read(YamlNode use, DiagnosticBag diagnostics)
    {
        var value = CfnValueReader.Read(use);
        switch (value)
        {
            case CfnFunction:
                return new(value);
            case CfnString text when NameOrArn.Match(text.Value) is { Success: true } match:
                return new(text with { Value = match.Groups["name"].Value });
            default:
                diagnostics.Add(S3Diagnostics.NoBucket((use as YamlScalar)?.Text ?? "Use", value.Origin));
                return null;
        }
    }

    /// <summary>An attribute; null where it does not follow from the name.</summary>
    public CfnValue? Attribute(string name) => name switch
    {
        S3Module.BucketName => Name,
        S3Module.Arn => Sub("arn:${AWS::Partition}:s3:::", ""),
        S3Module.DomainName => Sub("", ".s3.${AWS::URLSuffix}"),
        S3Module.DualStackDomainName => Sub("", ".s3.dualstack.${AWS::Region}.${AWS::URLSuffix}"),
        S3Module.RegionalDomainName => Sub("", ".s3.${AWS::Region}.${AWS::URLSuffix}"),
        _ => null,
    };

    /// <summary>Nothing of an existing bucket can be set from here.</summary>
    public static void RejectOwn(Declaration declaration, DiagnosticBag diagnostics)
    {
        foreach (var (name, node) in new[] { ("Properties", declaration.Properties), ("MacroParameters", declaration.MacroParameters), ("Settings", declaration.Settings) })
        {
            if (node is { Entries.Count: > 0 })
            {
                diagnostics.Add(S3Diagnostics.HasNoEffect(name, declaration.Lookup is null ? "Use" : "Lookup", node.Location));
            }
        }
    }

    private CfnFunction Sub(string before, string after)
    {
        var cfn = new Cfn(Name.Origin);
        return Name is CfnString text ? cfn.Sub(before + text.Value + after) : cfn.Sub(before + "${Name}" + after, ("Name", Name));
    }
}
