using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary>A queue that exists already, by its name, ARN or URL (<c>Use</c>): each says the other two.</summary>
internal sealed record ExistingQueue(CfnValue Url, CfnValue Arn, string Name, Location Origin)
{
    private const string NamePattern = @"(?<name>[A-Za-z0-9_-]{1,75}(\.fifo)?|[A-Za-z0-9_-]{76,80})";

    private static readonly Regex NameAlone = new($"^{NamePattern}$", RegexOptions.CultureInvariant);
    private static readonly Regex QueueArn = new($@"^arn:(?<partition>aws[a-z-]*):sqs:(?<region>[a-z0-9-]+):(?<account>\d{{12}}):{NamePattern}$", RegexOptions.CultureInvariant);
    private static readonly Regex QueueUrl = new($@"^https://(sqs(-fips)?\.(?<region>[a-z0-9-]+)|(?<region>[a-z0-9-]+)\.queue)\.amazonaws\.com(\.cn)?/(?<account>\d{{12}})/{NamePattern}$", RegexOptions.CultureInvariant);

    /// <summary>What the text means, or null.</summary>
    public static ExistingQueue? Read(string text, Location origin)
    {
        var cfn = new Cfn(origin);
        if (QueueArn.Match(text) is { Success: true } arn)
        {
            var suffix = arn.Groups["partition"].Value == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
            return new(cfn.String($"https://sqs.{arn.Groups["region"].Value}.{suffix}/{arn.Groups["account"].Value}/{NameOf(arn)}"), cfn.String(text), NameOf(arn), origin);
        }

        if (QueueUrl.Match(text) is { Success: true } url)
        {
            return new(cfn.String(text), cfn.Sub($"arn:${{AWS::Partition}}:sqs:{url.Groups["region"].Value}:{url.Groups["account"].Value}:{NameOf(url)}"), NameOf(url), origin);
        }

        return NameAlone.IsMatch(text)
            ? new(cfn.Sub("https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/" + text), ArnOf(text, cfn), text, origin)
            : null;
    }

    /// <summary>Whether SQS takes the text as a queue's name.</summary>
    public static bool IsName(string text) => NameAlone.IsMatch(text);

    /// <summary>The ARN of a queue of this account and region, by its name.</summary>
    public static CfnValue ArnOf(string name, Cfn cfn) => cfn.Sub("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:" + name);

    private static string NameOf(Match match) => match.Groups["name"].Value;
}
