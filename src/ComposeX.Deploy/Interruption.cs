using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace ComposeX.Deploy;

/// <summary>
/// Turns Ctrl+C, SIGTERM and, where it is asked for, the end of standard input into a request to stop. The first one
/// is answered in good order; the second one ends the process as the system would.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>Set by whoever starts us and closes our standard input to stop us: the one polite way on every system.</summary>
    private const string StopAtEndOfInput = "COMPOSEX_CANCEL_ON_STDIN";

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    // Signals alone: at a terminal one Ctrl+C is a signal here, and to who started us a reason to close our input.
    private int _answered;

    private Interruption() => _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Answer), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Answer)];

    public CancellationToken Stop => _stop.Token;

    public static Interruption Watch()
    {
        var interruption = new Interruption();
        if (Environment.GetEnvironmentVariable(StopAtEndOfInput) == "1")
            new Thread(interruption.WaitForEndOfInput) { IsBackground = true, Name = "end of input" }.Start();
        return interruption;
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _stop.Dispose();
    }

    private void Answer(PosixSignalContext signal)
    {
        signal.Cancel = Interlocked.Increment(ref _answered) == 1;
        _stop.Cancel();
    }

    private void WaitForEndOfInput()
    {
        using var input = Console.OpenStandardInput();
        input.CopyTo(Stream.Null);
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run came to its end at the same moment.
        }
    }
}
