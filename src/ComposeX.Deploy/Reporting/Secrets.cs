using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Reporting;

/// <summary>Values that may be neither printed nor written, whoever sends them back to us and in whatever dress.</summary>
internal sealed class Secrets
{
    private const string Masked = "****";

    /// <summary>A shorter value is masked only where it stands for itself: anywhere else it is a part of a word.</summary>
    private const int ShortestAnywhere = 4;

    /// <summary>A line of a value of several lines, such as a key, that is one by itself.</summary>
    private const int ShortestLine = 8;

    private readonly object _gate = new();
    private IReadOnlyList<string> _values = [];
    private IReadOnlyList<string> _shortValues = [];

    public void Hide(IEnumerable<string> values)
    {
        var all = values.Where(value => value.Length > 0).ToList();
        lock (_gate)
        {
            _values = [.. _values.Concat(all.SelectMany(Dresses).Where(value => value.Length >= ShortestAnywhere)).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];
            _shortValues = [.. _shortValues.Concat(all.Where(value => value.Length < ShortestAnywhere)).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];
        }
    }

    public string Mask(string text) => _shortValues.Aggregate(
        _values.Aggregate(text, (masked, secret) => masked.Replace(secret, Masked, StringComparison.Ordinal)),
        MaskShort);

    /// <summary>A value as a whole: a short secret is found in it however it is written around.</summary>
    public string MaskValue(string value) => _shortValues.Contains(value.Trim().Trim('"'), StringComparer.Ordinal) ? Masked : Mask(value);

    // A single character is masked only between quotes: our own numbers and words would be garbled, and nothing hidden.
    private static string MaskShort(string text, string secret) => secret.Length == 1
        ? Regex.Replace(text, "(?<=[\"'])" + Regex.Escape(secret) + "(?=[\"'])", Masked, RegexOptions.CultureInvariant)
        : Regex.Replace(text, "(?<![A-Za-z0-9])" + Regex.Escape(secret) + "(?![A-Za-z0-9])", Masked, RegexOptions.CultureInvariant);

    // AWS quotes values in JSON, in addresses and in base64.
    private static IEnumerable<string> Dresses(string value) =>
    [
        value,
        JsonSerializer.Serialize(value).Trim('"'),
        JsonSerializer.Serialize(value, Relaxed).Trim('"'),
        Uri.EscapeDataString(value),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
        .. value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line.Length >= ShortestLine && line.Length < value.Length),
    ];

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
