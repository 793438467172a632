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

    /// <summary>The bucket, made ready; and whether it had to be created.</summary>
    public async Task<(TemplateBucket Bucket, bool Created)> EnsureAsync(CancellationToken cancellationToken)
    {
        var bucket = new TemplateBucket(s3, _name, region, account);
        var response = await s3.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = _name, ExpectedBucketOwner = account }, cancellationToken).ConfigureAwait(false);
        if (response.HttpStatusCode == HttpStatusCode.OK)
            return (bucket, false);

        // The SDK makes no exception of a 404, whether there is no policy or no bucket.
        var created = await TryCreateAsync(cancellationToken).ConfigureAwait(false);
        await SecureAsync(cancellationToken).ConfigureAwait(false);
        return (bucket, created);
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
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "BucketAlreadyOwnedByYou")
        {
            // A deployment beside ours, our own call before it was retried, or a run before this one has created it.
            return false;
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
