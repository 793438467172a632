using System;
using System.Threading;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Deploy.Rollouts;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;

namespace ComposeX.Deploy.Operations;

/// <summary>What every operation works with: the request, what was built, the way to AWS and the way to the person.</summary>
internal sealed record Session(DeployRequest Request, string StackName, OutputFolder? Folder, Origins Origins, AwsConnection Aws, Reporter Reporter, Secrets Secrets)
{
    public required TimeProvider Time { get; init; }

    /// <summary>Asks us to stop: somebody pressed Ctrl+C or ended the build.</summary>
    public required CancellationToken Stop { get; init; }

    public StackFollower Follower() => new(
        Aws.CloudFormation,
        Request.Pace,
        Time,
        new EventLog(Reporter, StackName, Origins, Time, Request.Pace),
        new RolloutWatch(Ecs, Reporter, StackName, Origins, Request.Pace, Time),
        new Outage(Request.Pace, Time, Reporter, StackName));

    /// <summary>ECS, opened when it is first asked for.</summary>
    public AwsServiceClient Ecs() => Aws.Services(Aws.Region, credentials: null)[AwsService.Clusters];

    public ChangeSets ChangeSets() => new(Aws.CloudFormation, Request.Pace, Time);
}
