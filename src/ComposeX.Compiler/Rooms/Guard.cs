using System;

namespace ComposeX.Compiler.Rooms;

/// <summary>The one place where whatever somebody else's code throws is caught.</summary>
internal static class Guard
{
    /// <summary>What the call returns, or, when it throws, <paramref name="instead"/> after it was reported.</summary>
    public static T Try<T>(Func<T> call, T instead, Action<Exception> report)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            report(exception);
            return instead;
        }
    }
}
