using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Logging.Drivers;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging;

/// <summary>A family's log group, and the leave for ECS to write to it.</summary>
internal static class FamilyLogGroup
{
    public static Synthesized Of(Family family, IReadOnlyList<ServiceLogging> services, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(family.Origin);
        return Synthesized.Of(new SynthesizedResource(family.LogGroup(), "AWS::Logs::LogGroup", cfn.Map(
            ("LogGroupName", FamilyLogs.GroupName(family, cfn)),
            ("RetentionInDays", Retention(services, cfn, diagnostics)),
            ("KmsKeyId", Key(family, services, diagnostics))), Home.Of(family), family.Origin)
        {
            DeletionPolicy = "Delete",
            UpdateReplacePolicy = "Delete",
        }) with
        {
            Contributions = [new GrantStatement(family, "logs", "WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [cfn.GetAtt(family.LogGroup(), "Arn")], family.Origin) { Role = FamilyRole.Execution }],
        };
    }

    // The longest that was asked for; the default counts only when nobody asks.
    private static CfnNumber Retention(IReadOnlyList<ServiceLogging> services, Cfn cfn, DiagnosticBag diagnostics)
    {
        foreach (var elsewhere in services.Where(service => AwsLogsDriver.GoesElsewhere(service) && !service.IsRouted))
        {
            foreach (var days in elsewhere.Retention)
            {
                diagnostics.Add(LoggingDiagnostics.RetentionOfOthers(elsewhere.Option("awslogs-group")?.Value ?? "another region", days.Origin));
            }
        }

        var asked = services.Where(service => !AwsLogsDriver.GoesElsewhere(service) || service.IsRouted).SelectMany(service => service.Retention).OrderByDescending(days => days.Value).ToList();
        return asked.Count == 0 ? cfn.Number(LogRetention.Default) : new Cfn(asked[0].Origin).Number(asked[0].Value);
    }

    private static CfnValue? Key(Family family, IReadOnlyList<ServiceLogging> services, DiagnosticBag diagnostics)
    {
        var keys = services.Select(service => service.KmsKey).OfType<CfnValue>().ToList();
        foreach (var other in keys.Skip(1).Where(key => !CfnValueComparer.Default.Equals(key, keys[0])))
        {
            diagnostics.Add(LoggingDiagnostics.TwoKeys(family.Name, keys[0].Origin, other.Origin));
        }

        return keys.FirstOrDefault();
    }
}
