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
    private readonly string _name = $"composex-{account}-{region}";

    /// <summary>The bucket, made ready; and whether it had to be created.</summary>
    public async Task<(TemplateBucket Bucket, bool Created)> EnsureAsync(CancellationToken cancellationToken)
    {
        var bucket = new TemplateBucket(s3, _name, region, account);
        try
        {
            await s3.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = _name, ExpectedBucketOwner = account }, cancellationToken).ConfigureAwait(false);
            return (bucket, false);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchBucket")
        {
            await CreateAsync(cancellationToken).ConfigureAwait(false);
            await SecureAsync(cancellationToken).ConfigureAwait(false);
            return (bucket, true);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchBucketPolicy")
        {
            await SecureAsync(cancellationToken).ConfigureAwait(false);
            return (bucket, false);
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Objects belong to the bucket's owner and have no access lists of their own.
            await s3.PutBucketAsync(new PutBucketRequest { BucketName = _name, BucketRegionName = region, ObjectOwnership = ObjectOwnership.BucketOwnerEnforced }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "BucketAlreadyOwnedByYou")
        {
            // A deployment beside ours, or our own call before it was retried, has created it.
        }
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        await s3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                BucketName = _name,
                ExpectedBucketOwner = account,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true },
            },
            cancellationToken).ConfigureAwait(false);
        await s3.PutBucketEncryptionAsync(
            new PutBucketEncryptionRequest
            {
                BucketName = _name,
                ExpectedBucketOwner = account,
                ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
                {
                    ServerSideEncryptionRules = [new ServerSideEncryptionRule { ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256 } }],
                },
            },
            cancellationToken).ConfigureAwait(false);
        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = _name, ExpectedBucketOwner = account, Policy = TlsOnly() }, cancellationToken).ConfigureAwait(false);
    }

    private string TlsOnly()
    {
        var arn = $"arn:{Fn.Partition(region).name}:s3:::{_name}";
        return $$$"""{"Version":"2012-10-17","Statement":[{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["{{{arn}}}","{{{arn}}}/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}} }]}""";
    }
}
