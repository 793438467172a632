using System;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Stacks;

/// <summary>
/// Goes on asking when AWS cannot be asked for a while: credentials that expired, a line that is down. The SDK's chain
/// reads profiles and SSO sign-ins anew when they change, so that asking again is all there is to do.
/// </summary>
internal sealed class Outage(Pace pace, TimeProvider time, Reporter reporter, string stackName)
{
    public async Task<T> RideOutAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        DateTimeOffset? since = null;
        while (true)
        {
            try
            {
                var answer = await ask().ConfigureAwait(false);
                if (since is not null)
                    reporter.Progress("  AWS answers again: going on");
                return answer;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && AwsFailures.MayPass(exception) is { } reason)
            {
                if (since is null)
                    reporter.Progress("  " + Explanation(reason));
                since ??= time.GetUtcNow();
                if (time.GetUtcNow() - since > pace.Outage)
                    throw new DeployException(ExitCode.Refused, StackDiagnostics.LostSight(stackName, reason.Message));
            }

            await Task.Delay(pace.Rollouts, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Explanation(Diagnostic reason) =>
        $"{reason.Message} The operation on {stackName} goes on in AWS. Waiting up to {pace.Outage.TotalMinutes:0} minutes to go on following it";
}
