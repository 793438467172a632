using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary><c>EnableExecuteCommand</c>: opening a shell in the containers of running tasks.</summary>
internal static class Exec
{
    private const string Topic = "ecs-exec";

    public static IEnumerable<Contribution> Of(Family family, IReadOnlyList<EcsSettings> settings, ExecLogging logging, bool isWindows, DiagnosticBag diagnostics)
    {
        if (settings.FirstOrDefault(said => said.EnableExecuteCommand is { Value: true })?.EnableExecuteCommand?.Origin is not { } origin)
        {
            return [];
        }

        foreach (var service in family.Services.Where(service => service.ReadOnly is { Value: true }))
        {
            diagnostics.Add(EcsDiagnostics.NothingToWriteTo(service.Name, service.ReadOnly?.Origin ?? service.Origin));
        }

        var cfn = new Cfn(origin);
        // Somebody has to reap what is left behind by sessions.
        var reaped = isWindows ? [] : family.Services.Where(service => service.Init is not { Value: false }).Select(service => service.Name).ToList();
        return
        [
            new SetOnService(family, "EnableExecuteCommand", cfn.Boolean(true), origin),
            .. reaped.Count == 0 ? [] : new[] { new SetOnContainer(family, reaped, "LinuxParameters", cfn.Map(("InitProcessEnabled", cfn.Boolean(true))), origin) },
            .. Grants(family, logging, cfn),
        ];
    }

    private static IEnumerable<Contribution> Grants(Family family, ExecLogging logging, Cfn cfn)
    {
        // AWS knows no resource for these four actions.
        yield return Grant("OpenChannels", cfn.String("*"), "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel");
        if (logging.LogGroupArn is { } logGroup)
        {
            yield return Grant("FindLogGroup", cfn.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*"), "logs:DescribeLogGroups");
            yield return Grant("LogSessions", logGroup, "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents");
        }

        if (logging is { BucketArn: { } bucket, ObjectsArn: { } objects })
        {
            yield return Grant("InspectBucket", bucket, "s3:GetBucketLocation", "s3:GetEncryptionConfiguration");
            yield return Grant("StoreSessions", objects, "s3:PutObject");
        }

        if (logging.KeyArn is { } key)
        {
            yield return Grant("EncryptSessions", key, "kms:Decrypt", "kms:GenerateDataKey") with { Condition = logging.KeyCondition };
        }

        GrantStatement Grant(string sid, CfnValue resource, params string[] actions) => new(family, Topic, sid, actions, [resource], cfn.Origin);
    }
}
