using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>
/// The names of rules: given by the user, or the root stack's with the rule's. So a role that only this rule may take, and a queue that
/// only this rule may write to, can name it before it exists.
/// </summary>
internal static class RuleNames
{
    public const int Longest = 64;

    private const string Prefix = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/";
    private const string BusArn = ":event-bus/";

    public static CfnValue Of(Declaration declaration)
    {
        if (Given(declaration) is { } given)
        {
            return given;
        }

        var cfn = new Cfn(declaration.Origin);
        return cfn.Join("-", [cfn.RootStackName(), cfn.String(Suffix(declaration.Name))]);
    }

    /// <summary>How long the name will be; null when it is only known when it is deployed.</summary>
    public static int? LengthOf(Declaration declaration, string stackName) => Given(declaration) switch
    {
        null => stackName.Length + 1 + declaration.Name.Length,
        CfnString text => text.Value.Length,
        _ => null,
    };

    /// <summary>The rule's ARN; null when the event bus is a function, of which nobody knows whether it is a name or an ARN.</summary>
    public static CfnValue? ArnOf(Declaration declaration, Location origin) => (Bus(declaration), Of(declaration)) switch
    {
        (null, _) => null,
        (var bus, CfnString name) => new Cfn(origin).Sub(Prefix + bus + name.Value),
        (var bus, var name) => new Cfn(origin).Sub(Prefix + bus + "${Name}", ("Name", name)),
    };

    /// <summary>Whether the rule is on an event bus other than the account's own; false when nobody knows.</summary>
    public static bool IsOnOtherBus(Declaration declaration) => Bus(declaration) is { Length: > 0 };

    private static CfnValue? Given(Declaration declaration) => (declaration.Bound as RulePlan)?.Properties["Name"];

    private static string? Bus(Declaration declaration) => (declaration.Bound as RulePlan)?.Properties["EventBusName"] switch
    {
        null => "",
        CfnString { Value: "default" } => "",
        CfnString name when name.Value.IndexOf(BusArn, StringComparison.Ordinal) is >= 0 and var at => BusOf(name.Value.Substring(at + BusArn.Length)),
        CfnString name => BusOf(name.Value),
        _ => null,
    };

    private static string BusOf(string name) => name == "default" ? "" : name + "/";

    private static string Suffix(string name) => new([.. name.Select(c => c is '-' or '_' or '.' || (c < 128 && char.IsLetterOrDigit(c)) ? c : '-')]);
}
