using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary>A topic that exists already, by its name or ARN (<c>Use</c>).</summary>
internal sealed record ExistingTopic(CfnValue Arn, string Name, Location Origin)
{
    private const string NamePattern = @"(?<name>[A-Za-z0-9_-]{1,251}(\.fifo)?|[A-Za-z0-9_-]{252,256})";

    private static readonly Regex NameAlone = new($"^{NamePattern}$", RegexOptions.CultureInvariant);
    private static readonly Regex TopicArn = new($@"^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{{12}}:{NamePattern}$", RegexOptions.CultureInvariant);

    /// <summary>What the text means, or null.</summary>
    public static ExistingTopic? Read(string text, Location origin)
    {
        var cfn = new Cfn(origin);
        return TopicArn.Match(text) is { Success: true } arn ? new(cfn.String(text), arn.Groups["name"].Value, origin)
            : IsName(text) ? new(cfn.Sub("arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:" + text), text, origin)
            : null;
    }

    /// <summary>Whether SNS takes the text as a topic's name.</summary>
    public static bool IsName(string text) => NameAlone.IsMatch(text);
}
