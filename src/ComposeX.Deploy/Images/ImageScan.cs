using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Registries;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Images;

/// <summary>Waits for ECR's scan of an image and holds its findings against what is accepted.</summary>
/// <param name="patience">How long to wait for a scan.</param>
internal sealed class ImageScan(Reporter reporter, Pace pace, TimeSpan patience, TimeProvider time)
{
    /// <summary>A scan on push begins a moment after the push; only then is it asked for.</summary>
    private const int AsksBeforeStart = 3;

    /// <summary>The finding about the image; null when its scan has found nothing to speak of.</summary>
    public async Task<Diagnostic?> CheckAsync(ImageWish image, ImageTarget target, string digest, CancellationToken cancellation)
    {
        if (image.Scan is not { Thresholds.Count: > 0 } wish)
            return null;
        var name = $"{target.Address}@{digest}";
        if (target.Ecr is not { } ecr)
            return ImageDiagnostics.NotScanned(image.Origin, name, "only ECR scans images.", wish.AcceptsNoResult || wish.IgnoresFailure);
        var (scans, missing) = await ScansAsync(ecr, target.Repository, digest, cancellation).ConfigureAwait(false);
        if (missing is not null)
            return ImageDiagnostics.NotScanned(image.Origin, name, missing, wish.AcceptsNoResult || wish.IgnoresFailure);
        var counts = scans.SelectMany(Counts).GroupBy(count => count.Severity, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(count => count.Count), StringComparer.Ordinal);
        reporter.Progress($"Image {image.Name}: the scan found {(counts.Count == 0 ? "nothing" : string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => Inv($"{count.Value} {count.Key}"))))}");
        var above = wish.Thresholds.Where(threshold => counts.GetValueOrDefault(threshold.Key) > threshold.Value).OrderBy(threshold => threshold.Key, StringComparer.Ordinal).ToList();
        return above.Count == 0
            ? null
            : ImageDiagnostics.TooManyFindings(image.Origin, name, string.Join(", ", above.Select(threshold => Inv($"{counts[threshold.Key]} {threshold.Key} (at most {threshold.Value})"))), wish.IgnoresFailure);
    }

    // The scan of the image or, since an image for several platforms is not scanned itself, of all that it consists of; or why there is none.
    private async Task<(IReadOnlyList<JsonNode> Scans, string? Missing)> ScansAsync(EcrRegistry ecr, string repository, string digest, CancellationToken cancellation)
    {
        if ((await AskAsync(ecr, repository, digest, asks: 0, cancellation).ConfigureAwait(false)).Scan is { } done)
            return ([done], null);
        var scans = new List<JsonNode>();
        foreach (var part in await PartsAsync(ecr, repository, digest, cancellation).ConfigureAwait(false))
        {
            var (scan, reason) = await WaitAsync(ecr, repository, part, cancellation).ConfigureAwait(false);
            if (scan is null)
                return ([], reason);
            scans.Add(scan);
        }

        return (scans, null);
    }

    private static async Task<IReadOnlyList<string>> PartsAsync(EcrRegistry ecr, string repository, string digest, CancellationToken cancellation)
    {
        if (await ecr.ReadManifestAsync(repository, digest, cancellation).ConfigureAwait(false) is not JsonObject manifest || manifest["manifests"] is not JsonArray parts)
            return [digest];
        var runnable = parts.OfType<JsonObject>().Where(part => part["platform"]?["os"]?.ToString() != "unknown").Select(part => part["digest"]?.ToString()).OfType<string>().ToList();
        return runnable.Count == 0 ? [digest] : runnable;
    }

    private async Task<(JsonNode? Scan, string Reason)> WaitAsync(EcrRegistry ecr, string repository, string digest, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var wait = pace.First;
        for (var asks = 1; ; asks++)
        {
            var (scan, reason) = await AskAsync(ecr, repository, digest, asks, cancellation).ConfigureAwait(false);
            if (scan is not null || reason is not null)
                return (scan, reason ?? "");
            if (time.GetElapsedTime(began) >= patience)
                return (null, string.Create(CultureInfo.InvariantCulture, $"it did not come to an end in {patience.TotalMinutes:0.##} minutes."));
            if (asks == 1)
                reporter.Progress($"Waiting for the scan of {repository} ({ImagePush.Short(digest)})");
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
            wait = pace.After(wait);
        }
    }

    // Neither a scan nor a reason means that it is under way.
    private static async Task<(JsonNode? Scan, string? Reason)> AskAsync(EcrRegistry ecr, string repository, string digest, int asks, CancellationToken cancellation)
    {
        try
        {
            var scan = await ecr.ReadScanAsync(repository, digest, cancellation).ConfigureAwait(false);
            var description = RegistryFailures.Sentence(scan["imageScanStatus"]?["description"]?.ToString() ?? "ECR gives no reason");
            return (scan["imageScanStatus"]?["status"]?.ToString() ?? "COMPLETE") switch
            {
                "COMPLETE" or "ACTIVE" => (scan, null),
                "IN_PROGRESS" or "PENDING" => (null, null),
                var status => (null, $"{status}, {description}"),
            };
        }
        catch (AwsServiceException absent) when (absent.ErrorCode == "ScanNotFoundException")
        {
            return asks == AsksBeforeStart ? (null, await StartAsync(ecr, repository, digest, cancellation).ConfigureAwait(false)) : (null, null);
        }
    }

    private static async Task<string?> StartAsync(EcrRegistry ecr, string repository, string digest, CancellationToken cancellation)
    {
        try
        {
            await ecr.StartScanAsync(repository, digest, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (AwsServiceException refused) when (refused.ErrorCode is "UnsupportedImageTypeException" or "LimitExceededException" or "ValidationException" or "ImageNotFoundException")
        {
            return RegistryFailures.Sentence(refused.Message);
        }
    }

    private static IEnumerable<(string Severity, int Count)> Counts(JsonNode scan) =>
        ((scan["imageScanFindings"]?["findingSeverityCounts"] as JsonObject) ?? []).Select(count => (count.Key, count.Value is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0));

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
