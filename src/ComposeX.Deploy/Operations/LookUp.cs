using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Lookups;
using ComposeX.Deploy.Lookups.Resolution;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>Finds on AWS what the compose file looks up, changes nothing there, and writes the lock file when all was found.</summary>
internal sealed class LookUp(DeployRequest request, LookupPlan plan, AwsConnection aws, Reporter reporter, CancellationToken stop) : IOperation
{
    public async Task<ExitCode> RunAsync()
    {
        var path = request.LockFile!;
        var before = LockFile.Read(path);
        using var accounts = new Accounts(aws);
        var resolver = new Resolver(accounts, stop);
        var entries = new List<LockEntry>();
        var findings = new DiagnosticBag();
        foreach (var lookup in plan.Lookups)
        {
            stop.ThrowIfCancellationRequested();
            if (await ResolveAsync(resolver, lookup, before, findings).ConfigureAwait(false) is { } entry)
                entries.Add(entry);
        }

        if (findings.HasErrors)
            throw new DeployException(ExitCode.Refused, [.. findings]);
        Write(path, LockFile.Text(entries), entries.Count);
        return ExitCode.Done;
    }

    private async Task<LockEntry?> ResolveAsync(Resolver resolver, PlannedLookup lookup, IReadOnlyList<LockEntry> entries, DiagnosticBag findings)
    {
        var before = entries.FirstOrDefault(entry => entry.Section == lookup.Section && entry.Name == lookup.Name);
        if (lookup.Queries.Count == 0)
            return before;
        try
        {
            var entry = await resolver.ResolveAsync(lookup, before).ConfigureAwait(false);
            reporter.Progress($"  {lookup.Section} {lookup.Name}: {string.Join(", ", entry.Attributes.Select(attribute => attribute.Key))}");
            return entry;
        }
        catch (LookupFault fault)
        {
            findings.Add(fault.Diagnostic);
        }
        catch (AmazonServiceException refused) when (Describe(lookup.Queries[0], refused) is { } finding)
        {
            findings.Add(finding);
        }

        return null;
    }

    // What is wrong with the way to AWS is wrong for all look-ups, and ends the run.
    private static Diagnostic? Describe(PlannedQuery query, AmazonServiceException refused) => AwsFailures.Describe(refused)?.Code switch
    {
        AwsDiagnostics.ForbiddenCode => LookupDiagnostics.Forbidden(query, AwsFailures.Action(refused), Sentence(refused.Message)),
        AwsDiagnostics.RefusedCode => LookupDiagnostics.Refused(query, AwsFailures.Operation(refused), refused.ErrorCode ?? "no code", Sentence(refused.Message)),
        _ => null,
    };

    private static string Sentence(string text) => text.TrimEnd().TrimEnd('.') + ".";

    private void Write(string path, string text, int count)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            reporter.Progress(FormattableString.Invariant($"{path}: {count} look-ups, nothing has changed"));
            return;
        }

        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeployException(ExitCode.Invalid, ReportDiagnostics.CannotWrite(Location.OfFile(path), exception.Message));
        }

        reporter.Progress(FormattableString.Invariant($"{path}: {count} look-ups written"));
    }
}
