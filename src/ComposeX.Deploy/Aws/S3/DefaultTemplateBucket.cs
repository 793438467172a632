using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.S3;
using Amazon.S3.Model;

namespace ComposeX.Deploy.Aws.S3;

/// <summary>
/// Sees to it that an account has its own bucket for templates: private, encrypted, TLS only. The policy is put last,
/// so that a bucket with a policy is one that was finished, also when a run before this one was killed half-way.
/// </summary>
internal sealed class DefaultTemplateBucket(IAmazonS3 s3, string region, string account)
{
    /// <summary>S3's first region, which it does not want named.</summary>
    private const string RegionWithoutConstraint = "us-east-1";

    private readonly string _name = $"composex-{account}-{region}";
    private readonly List<string> _unknown = [];

    /// <summary>Settings of a bucket that the endpoint does not know.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>The bucket, made ready; and whether it had to be created.</summary>
    public async Task<(TemplateBucket Bucket, bool Created)> EnsureAsync(CancellationToken cancellationToken)
    {
        var bucket = new TemplateBucket(s3, _name, region, account);
        if (await IsFinishedAsync(cancellationToken).ConfigureAwait(false))
            return (bucket, false);
        var created = await TryCreateAsync(cancellationToken).ConfigureAwait(false);
        await SecureAsync(cancellationToken).ConfigureAwait(false);
        return (bucket, created);
    }

    /// <summary>Takes the TLS-only policy back where an emulation without TLS holds us to it; the account's own access is said in its place.</summary>
    public Task AdmitPlainHttpAsync(CancellationToken cancellationToken) => PutPolicyAsync(
        Statement("PlainHttpOnLoopback", "Allow", $$"""{"AWS":"arn:{{Fn.Partition(region).name}}:iam::{{account}}:root"}""", condition: ""),
        cancellationToken);

    private async Task<bool> IsFinishedAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The SDK makes no exception of a 404, whether there is no policy or no bucket.
            var response = await s3.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = _name, ExpectedBucketOwner = account }, cancellationToken).ConfigureAwait(false);
            return response.HttpStatusCode == HttpStatusCode.OK;
        }
        catch (AmazonS3Exception exception) when (IsUnknown(exception) || exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Objects belong to the bucket's owner and have no access lists of their own.
            var request = new PutBucketRequest { BucketName = _name, UseClientRegion = false, ObjectOwnership = ObjectOwnership.BucketOwnerEnforced };
            if (region != RegionWithoutConstraint)
                request.PutBucketConfiguration = new PutBucketConfiguration { LocationConstraint = region };
            await s3.PutBucketAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "BucketAlreadyOwnedByYou" or "BucketAlreadyExists")
        {
            // A deployment beside ours, our own call before it was retried, or a run before this one has created it. Where it
            // is a stranger's, every call refuses, since each names the owner.
            return false;
        }
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        await TryAsync("PutPublicAccessBlock", () => s3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                BucketName = _name,
                ExpectedBucketOwner = account,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true },
            },
            cancellationToken)).ConfigureAwait(false);
        await TryAsync("PutBucketEncryption", () => s3.PutBucketEncryptionAsync(
            new PutBucketEncryptionRequest
            {
                BucketName = _name,
                ExpectedBucketOwner = account,
                ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
                {
                    ServerSideEncryptionRules = [new ServerSideEncryptionRule { ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256 } }],
                },
            },
            cancellationToken)).ConfigureAwait(false);
        var tlsOnly = Statement("TlsOnly", "Deny", "\"*\"", ""","Condition":{"Bool":{"aws:SecureTransport":"false"}}""");
        await TryAsync("PutBucketPolicy", () => PutPolicyAsync(tlsOnly, cancellationToken)).ConfigureAwait(false);
    }

    // AWS knows all of these; an emulation of it that does not is no reason to give up.
    private async Task TryAsync(string operation, Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception) when (IsUnknown(exception))
        {
            _unknown.Add(operation);
        }
    }

    private static bool IsUnknown(AmazonS3Exception exception) =>
        exception.ErrorCode is "NotImplemented" or "MethodNotAllowed" || exception.StatusCode is HttpStatusCode.NotImplemented or HttpStatusCode.MethodNotAllowed;

    private Task PutPolicyAsync(string statement, CancellationToken cancellationToken) => s3.PutBucketPolicyAsync(
        new PutBucketPolicyRequest { BucketName = _name, ExpectedBucketOwner = account, Policy = $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""" },
        cancellationToken);

    private string Statement(string id, string effect, string principal, string condition)
    {
        var arn = $"arn:{Fn.Partition(region).name}:s3:::{_name}";
        return $$"""{"Sid":"{{id}}","Effect":"{{effect}}","Principal":{{principal}},"Action":"s3:*","Resource":["{{arn}}","{{arn}}/*"]{{condition}}}""";
    }
}
