using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.S3;
using Amazon.S3.Model;

namespace ComposeX.Deploy.Aws.S3;

/// <summary>The bucket that CloudFormation reads templates from.</summary>
/// <param name="owner">The account that must own the bucket: its default name can be guessed, so a stranger may have taken it.</param>
internal sealed class TemplateBucket(IAmazonS3 s3, string name, string region, string? owner)
{
    public string Name => name;

    /// <summary>The address in the form that CloudFormation takes, whatever endpoint we ourselves use.</summary>
    public string UrlOf(string key) => $"https://s3.{region}.{Fn.Partition(region).dnsSuffix}/{name}/{key}";

    /// <summary>The keys that are there under a prefix.</summary>
    public async Task<IReadOnlySet<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var request = new ListObjectsV2Request { BucketName = name, Prefix = prefix, ExpectedBucketOwner = owner };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request, cancellationToken).ConfigureAwait(false);
            foreach (var found in page.S3Objects ?? [])
                keys.Add(found.Key);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return keys;
    }

    public async Task PutAsync(string key, string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var stream = new MemoryStream(bytes, writable: false);
        var request = new PutObjectRequest
        {
            BucketName = name,
            Key = key,
            InputStream = stream,
            ContentType = "text/plain; charset=utf-8",
            ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData(bytes)),
            UseChunkEncoding = false,
            ExpectedBucketOwner = owner,
        };
        await s3.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = name, Key = key, ExpectedBucketOwner = owner }, cancellationToken);
}
