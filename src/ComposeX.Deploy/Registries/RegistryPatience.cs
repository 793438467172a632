using System;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries;

/// <summary>How often something is tried again, and how long is waited in between: longer each time, and never all at the same moment.</summary>
/// <param name="First">The first wait; the others double.</param>
/// <param name="Silence">How long nothing may move on a connection.</param>
internal sealed record RegistryPatience(int Attempts, TimeSpan First, TimeSpan Silence, TimeProvider Time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (TransientFault fault) when (attempt < Attempts)
            {
                await Task.Delay(Wait(attempt, fault.After), Time, cancellation).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan Wait(int attempt, TimeSpan? asked)
    {
        var backoff = First * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble());
        var wait = asked > backoff ? asked.Value : backoff;
        return wait < LongestWait ? wait : LongestWait;
    }
}
