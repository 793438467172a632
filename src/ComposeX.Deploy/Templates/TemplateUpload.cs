using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.S3;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Templates;

/// <summary>Brings an output folder's templates to where CloudFormation can read them, and can take back what it brought.</summary>
internal sealed class TemplateUpload(AwsConnection aws, Reporter reporter, string? bucketName, string prefix)
{
    /// <summary>CloudFormation's limit for a template in the request itself.</summary>
    private const int InlineBytes = 51_200;

    private readonly List<string> _uploaded = [];
    private TemplateBucket? _bucket;
    private DefaultTemplateBucket? _ownBucket;

    public async Task<RootTemplate> SendAsync(OutputFolder folder, CancellationToken cancellationToken)
    {
        var alone = !TemplatePackage.NestsAny(folder);
        var rootFile = folder.Root.TemplateFile;
        if (alone && FitsInline(folder.Templates[rootFile]))
            return new(folder.Templates[rootFile], null, TemplatePackage.HashOf(folder.Templates[rootFile]));

        var bucket = await OpenBucketAsync(cancellationToken).ConfigureAwait(false);
        var package = TemplatePackage.Of(folder, prefix, bucket.UrlOf);
        var inline = FitsInline(package.Root);
        var rootKey = TemplatePackage.KeyOf(prefix, package.Root, rootFile);
        var objects = inline ? package.Objects : package.Objects.Append(new(rootKey, package.Root));
        await UploadAsync(bucket, [.. objects], cancellationToken).ConfigureAwait(false);
        return new(inline ? package.Root : null, inline ? null : bucket.UrlOf(rootKey), TemplatePackage.HashOf(package.Root));
    }

    /// <summary>Deletes what this run has uploaded; what was there before stays.</summary>
    public async Task DiscardAsync(CancellationToken cancellationToken)
    {
        foreach (var key in _uploaded)
            await _bucket!.DeleteAsync(key, cancellationToken).ConfigureAwait(false);
        _uploaded.Clear();
    }

    private static bool FitsInline(string template) => Encoding.UTF8.GetByteCount(template) <= InlineBytes;

    private async Task<TemplateBucket> OpenBucketAsync(CancellationToken cancellationToken)
    {
        if (bucketName is not null)
            return _bucket = new TemplateBucket(aws.S3, bucketName, aws.Region, owner: null);
        var identity = await aws.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken).ConfigureAwait(false);
        _ownBucket = new DefaultTemplateBucket(aws.S3, aws.Region, identity.Account);
        var (bucket, created) = await Guarded($"composex-{identity.Account}-{aws.Region}", () => _ownBucket.EnsureAsync(cancellationToken)).ConfigureAwait(false);
        if (_ownBucket.Unknown.Count > 0)
            reporter.Report(TemplateDiagnostics.NotSecured(bucket.Name, _ownBucket.Unknown));
        else if (created)
            reporter.Progress($"Created the bucket {bucket.Name} for templates (private, encrypted, TLS only)");
        return _bucket = bucket;
    }

    private async Task UploadAsync(TemplateBucket bucket, IReadOnlyList<KeyValuePair<string, string>> objects, CancellationToken cancellationToken)
    {
        var present = await Guarded(bucket.Name, () => bucket.ListAsync(prefix, cancellationToken)).ConfigureAwait(false);
        foreach (var (key, text) in objects.Where(candidate => !present.Contains(candidate.Key)).OrderBy(candidate => candidate.Key, StringComparer.Ordinal))
        {
            await Guarded(bucket.Name, () => PutAsync(bucket, key, text, cancellationToken)).ConfigureAwait(false);
            _uploaded.Add(key);
        }

        if (_uploaded.Count > 0)
            reporter.Progress($"Uploaded {_uploaded.Count} of {objects.Count} templates to {bucket.Name}");
    }

    private async Task<bool> PutAsync(TemplateBucket bucket, string key, string text, CancellationToken cancellationToken)
    {
        try
        {
            await bucket.PutAsync(key, text, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Forbidden && aws.S3IsPlainHttp && _ownBucket is not null)
        {
            await _ownBucket.AdmitPlainHttpAsync(cancellationToken).ConfigureAwait(false);
            reporter.Progress($"The endpoint of S3 has no TLS and holds us to it: the bucket {bucket.Name} is no longer TLS only");
            await bucket.PutAsync(key, text, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task<T> Guarded<T>(string bucket, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception) when ((int)exception.StatusCode is >= 300 and < 500 && exception.ErrorType != ErrorType.Receiver)
        {
            throw new DeployException(ExitCode.Refused, TemplateDiagnostics.BucketRefused(bucket, exception.Message.TrimEnd('.') + "."));
        }
    }
}
