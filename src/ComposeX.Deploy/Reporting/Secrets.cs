using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Reporting;

/// <summary>Values that may be neither printed nor written, whoever sends them back to us.</summary>
internal sealed class Secrets
{
    /// <summary>Masking a shorter value would garble everything and hide nothing.</summary>
    private const int ShortestMasked = 4;

    private readonly object _gate = new();
    private IReadOnlyList<string> _values = [];

    public void Hide(IEnumerable<string> values)
    {
        lock (_gate)
            _values = [.. _values.Concat(values.Where(value => value.Length >= ShortestMasked)).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];
    }

    public string Mask(string text) => _values.Aggregate(text, (masked, secret) => masked.Replace(secret, "****", StringComparison.Ordinal));
}
