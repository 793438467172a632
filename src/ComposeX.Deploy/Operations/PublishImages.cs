using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Images;
using ComposeX.Deploy.Registries;
using ComposeX.Deploy.Registries.Archives;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>Finds each image by the hash of what goes into it, pushes those that were built because they were not there, and says the digests.</summary>
internal sealed class PublishImages(DeployRequest request, ImageWishes wishes, EcrRegistries ecr, RegistryTransport transport, RegistryTransport bases, Reporter reporter, TimeProvider time, CancellationToken stop) : IOperation
{
    private static readonly TimeSpan LongestScan = TimeSpan.FromMinutes(10);

    private readonly List<IDisposable> _archives = [];

    public async Task<ExitCode> RunAsync()
    {
        try
        {
            MustBeClean(ExitCode.Invalid, wishes.Images.SelectMany(ImageChecks.Of));
            ImageResult.Write(request.ImageResultsFile!, await PublishAsync().ConfigureAwait(false));
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new DeployException(ExitCode.Cancelled, OperationDiagnostics.Cancelled("What was pushed stays in the registry and is not pushed again; no stack was changed."));
        }
        finally
        {
            foreach (var archive in _archives)
                archive.Dispose();
        }
    }

    private async Task<IReadOnlyList<ImageResult>> PublishAsync()
    {
        var baseImages = new BaseImages(ecr, bases, reporter);
        var targets = await new ImageTargets(ecr, reporter, request.Tags, request.CreateRepositories).FindAsync(wishes, stop).ConfigureAwait(false);
        var found = new List<(ImageWish Image, ImageTarget Target, string Tag, string? Digest)>();
        foreach (var image in wishes.Images)
        {
            var tag = ImageTag.Of(image, await baseImages.FindAsync(image, stop).ConfigureAwait(false));
            var digest = await ImageFaults.AtAsync(image, () => targets[image.Name].FindAsync(tag, transport, stop)).ConfigureAwait(false);
            found.Add((image, targets[image.Name], tag, digest));
            reporter.Progress($"Image {image.Name}: {targets[image.Name].Address}:{tag} is {(digest is null ? "not there yet" : $"there ({ImagePush.Short(digest)})")}");
        }

        var pushed = await PushAsync([.. found.Where(item => item.Digest is null && item.Image.Archive is not null).Select(item => (item.Image, item.Target, item.Tag))]).ConfigureAwait(false);
        var results = found.Select(item => (item.Image, item.Target, item.Tag, Digest: item.Digest ?? pushed.GetValueOrDefault(item.Image.Name))).ToList();
        await ScanAsync(results).ConfigureAwait(false);
        return [.. results.Select(item => new ImageResult(item.Image.Name, item.Target.Address, item.Tag, item.Digest))];
    }

    // All archives are looked at before the first is pushed: an image that cannot run is not to be found by the next build.
    private async Task<Dictionary<string, string>> PushAsync(IReadOnlyList<(ImageWish Image, ImageTarget Target, string Tag)> items)
    {
        var opened = new List<(ImageArchive Archive, ArchivedImage Image)>();
        var findings = new List<Diagnostic>();
        foreach (var (wish, _, _) in items)
            opened.AddRange(await OpenAsync(wish, findings).ConfigureAwait(false));
        MustBeClean(ExitCode.Invalid, findings);

        var push = new ImagePush(transport, reporter);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ((wish, target, tag), (archive, image)) in items.Zip(opened))
            digests[wish.Name] = await ImageFaults.AtAsync(wish, () => push.PushAsync(wish, target, tag, archive, image, stop)).ConfigureAwait(false);
        return digests;
    }

    private async Task<IReadOnlyList<(ImageArchive Archive, ArchivedImage Image)>> OpenAsync(ImageWish wish, List<Diagnostic> findings)
    {
        try
        {
            var opened = await ArchiveReader.ReadAsync(wish.Archive!, stop).ConfigureAwait(false);
            _archives.Add(opened.Archive);
            findings.AddRange(ImageChecks.Of(wish, opened.Image));
            return [opened];
        }
        catch (ArchiveException broken)
        {
            findings.Add(ImageDiagnostics.BadArchive(wish.Origin, wish.Archive!, broken.Message));
            return [];
        }
    }

    private async Task ScanAsync(IReadOnlyList<(ImageWish Image, ImageTarget Target, string Tag, string? Digest)> items)
    {
        var scan = new ImageScan(reporter, request.Pace, request.Timeout < LongestScan ? request.Timeout : LongestScan, time);
        var findings = new List<Diagnostic>();
        foreach (var item in items)
        {
            if (item.Digest is { } digest && await ImageFaults.AtAsync(item.Image, () => scan.CheckAsync(item.Image, item.Target, digest, stop)).ConfigureAwait(false) is { } finding)
                findings.Add(finding);
        }

        MustBeClean(ExitCode.Failed, findings);
    }

    private void MustBeClean(ExitCode otherwise, IEnumerable<Diagnostic> found)
    {
        var findings = found.ToList();
        if (findings.Any(finding => finding.Severity == DiagnosticSeverity.Error))
            throw new DeployException(otherwise, findings);
        reporter.Report(findings);
    }
}
