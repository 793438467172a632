using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Authentication;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries;

/// <summary>What a failed request to a registry means: try again, or why not.</summary>
internal static class RegistryFailures
{
    private const int LongestReason = 300;

    public static bool IsTransient(HttpStatusCode status) =>
        (int)status >= 500 ? status is not HttpStatusCode.NotImplemented : status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    public static TransientFault Transient(HttpResponseMessage response) => new(
        FormattableString.Invariant($"HTTP status {(int)response.StatusCode}."),
        response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - DateTimeOffset.UtcNow) : null);

    /// <summary>The same for an exception; null when it is none of the network's.</summary>
    public static Exception? Of(Exception exception, string registry, CancellationToken cancellation) => exception switch
    {
        HttpRequestException { InnerException: AuthenticationException tls } => new RegistryException(RegistryDiagnostics.Unreachable(registry, Sentence(tls.Message))),
        HttpRequestException or IOException => new TransientFault(Sentence(Innermost(exception).Message), inner: exception),
        OperationCanceledException when !cancellation.IsCancellationRequested => new TransientFault("It did not answer in time.", inner: exception),
        _ => null,
    };

    /// <summary>The code of the first error in an answer, such as <c>NAME_UNKNOWN</c>, and all of them in words.</summary>
    public static async Task<(string Code, string Reason)> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = FormattableString.Invariant($"HTTP status {(int)response.StatusCode}");
        var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(body);
            var errors = json.RootElement.GetProperty("errors").EnumerateArray().Select(error => (Code: Text(error, "code"), Message: Text(error, "message"))).ToList();
            if (errors.Count > 0)
                return (errors[0].Code, Sentence(Short($"{string.Join("; ", errors.Select(error => $"{error.Code} {error.Message}".Trim()))} ({status})")));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or System.Collections.Generic.KeyNotFoundException)
        {
            // Not what the specification says that errors look like; the status must do.
        }

        return ("", status + ".");
    }

    public static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : trimmed + ".";

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Short(string text) => text.Length <= LongestReason ? text : text[..LongestReason] + "…";

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;
}
