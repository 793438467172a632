using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Drivers;

/// <summary>Options of a log driver in the words of ECS: what is secret comes from where secrets are kept, and never stands in a template.</summary>
internal static class DriverOptions
{
    private static readonly Regex Secret = new(@"^(?<arn>arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^:]+)(:.*)?$", RegexOptions.CultureInvariant);

    private static readonly Regex SsmParameter = new(@"^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter/.+$", RegexOptions.CultureInvariant);

    /// <summary>Whether the value is the ARN of a secret, or of a parameter that may hold one.</summary>
    public static bool IsSecretArn(string? value) => value is not null && (Secret.IsMatch(value) || SsmParameter.IsMatch(value));

    /// <summary>The container's <c>LogConfiguration</c>, and what ECS needs to read its secrets.</summary>
    public static IEnumerable<Contribution> Configure(Family family, ComposeService service, string driver, IEnumerable<(string Name, CfnValue Value)> options, Location origin)
    {
        var cfn = new Cfn(origin);
        var all = options.ToList();
        var secrets = all.Where(option => option.Value is CfnString text && IsSecretArn(text.Value)).ToList();
        var plain = all.Except(secrets).Select(option => (option.Name, (CfnValue?)option.Value)).ToList();
        yield return new SetOnContainer(family, [service.Name], "LogConfiguration", cfn.Map(
            ("LogDriver", cfn.String(driver)),
            ("Options", plain.Count == 0 ? null : cfn.Map(plain)),
            ("SecretOptions", secrets.Count == 0 ? null : cfn.List(secrets.Select(secret => cfn.Map(("Name", cfn.String(secret.Name)), ("ValueFrom", secret.Value)))))), origin);
        foreach (var text in secrets.Select(secret => secret.Value).OfType<CfnString>())
        {
            yield return Secret.Match(text.Value) is { Success: true } match
                ? new GrantStatement(family, "logs", "ReadLogSecrets", ["secretsmanager:GetSecretValue"], [text with { Value = match.Groups["arn"].Value }], text.Origin) { Role = FamilyRole.Execution }
                : new GrantStatement(family, "logs", "ReadLogParameters", ["ssm:GetParameters"], [text], text.Origin) { Role = FamilyRole.Execution };
        }
    }

    /// <summary>What a text of the user's means: a reference, a text with pseudo parameters, or just a text.</summary>
    public static CfnValue Value(ComposeVariable option) => PropertiesReader.ReadText(option.Value ?? "", option.ValueOrigin);

    /// <summary>The ARN of a log group by its name, streams included.</summary>
    public static CfnValue LogGroupArn(CfnValue group, string? region) => group is CfnString or CfnFunction { Name: "Fn::Sub", Argument: CfnString }
        ? new Cfn(group.Origin).Sub($"arn:${{AWS::Partition}}:logs:{region ?? "${AWS::Region}"}:${{AWS::AccountId}}:log-group:{Text(group)}:*")
        : new Cfn(group.Origin).Sub($"arn:${{AWS::Partition}}:logs:{region ?? "${AWS::Region}"}:${{AWS::AccountId}}:log-group:${{Group}}:*", ("Group", group));

    // What Fluent Bit fills in when it runs, "$(ecs_task_id)", can be anything here.
    private static string Text(CfnValue group) => Regex.Replace(
        group switch
        {
            CfnString text => PseudoParameters.KeepOnly(text.Value),
            CfnFunction { Argument: CfnString text } => text.Value,
            _ => "",
        },
        @"\$\([^)]*\)",
        "*",
        RegexOptions.CultureInvariant);

    public static bool IsRegion(string text) => Regex.IsMatch(text, @"^[a-z]{2}(-[a-z]+)+-\d$", RegexOptions.CultureInvariant) || text.Equals("${AWS::Region}", StringComparison.Ordinal);
}
