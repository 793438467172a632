using System.Threading;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Aws.Connections;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>One resource that is to be read, with all that is needed for it.</summary>
internal sealed record Reading(AwsServices Aws, PlannedQuery Query, Candidate Candidate, CancellationToken Cancellation)
{
    /// <summary>What the lock file has of it from earlier, or null.</summary>
    public LockEntry? Before { get; init; }

    /// <summary>The ARN, where one is known; else the identifier.</summary>
    public string ArnOrIdentifier => Candidate.Arn ?? Candidate.Identifier;

    /// <summary>The resource's own name or id: the last part of the ARN or identifier.</summary>
    public string LastPart => ArnOrIdentifier[(ArnOrIdentifier.LastIndexOfAny([':', '/']) + 1)..];

    public LookupFault Unfit(string why) => new(LookupDiagnostics.Unfit(Query, Candidate, why));
}
