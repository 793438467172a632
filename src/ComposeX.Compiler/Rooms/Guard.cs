using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Model.Lookups;

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

    /// <summary>The look-ups themselves. A pattern that is none fails here, where it is known whose it is.</summary>
    public static IReadOnlyList<LookupRequest> Readable(IReadOnlyList<LookupRequest> lookups)
    {
        foreach (var query in lookups.SelectMany(lookup => lookup.Queries))
        {
            _ = new Regex(query.Source.ArnPattern, RegexOptions.CultureInvariant);
        }

        return lookups;
    }
}
