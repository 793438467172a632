using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>S3: buckets with their settings, and objects, addressed by path.</summary>
internal sealed class S3Double
{
    public SortedDictionary<string, BucketDouble> Buckets { get; } = new(StringComparer.Ordinal);

    public static string OperationOf(AwsRequest request) => (request.Method, Key(request).Length > 0, request.Query) switch
    {
        ("PUT", true, _) => "PutObject",
        ("DELETE", true, _) => "DeleteObject",
        ("PUT", _, var query) when query.ContainsKey("policy") => "PutBucketPolicy",
        ("PUT", _, var query) when query.ContainsKey("encryption") => "PutBucketEncryption",
        ("PUT", _, var query) when query.ContainsKey("publicAccessBlock") => "PutPublicAccessBlock",
        ("PUT", _, _) => "CreateBucket",
        ("GET", _, var query) when query.ContainsKey("policy") => "GetBucketPolicy",
        ("GET", false, _) => "ListObjectsV2",
        _ => request.Method,
    };

    /// <summary>The object behind an address as CloudFormation is given one.</summary>
    public string Read(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme != "https" || uri.Host != $"s3.{AwsDouble.Region}.amazonaws.com")
            throw AwsError.Validation("TemplateURL must reference a valid S3 object to which you have access.");
        var parts = uri.AbsolutePath.TrimStart('/').Split('/', 2);
        return Buckets.TryGetValue(parts[0], out var bucket) && bucket.Objects.TryGetValue(parts[1], out var text)
            ? text
            : throw AwsError.Validation("S3 error: The specified key does not exist.");
    }

    public Answer Answer(AwsRequest request)
    {
        var name = request.Path.TrimStart('/').Split('/')[0];
        if (OperationOf(request) == "CreateBucket")
            return Create(name, request);
        if (!Buckets.TryGetValue(name, out var bucket))
            throw new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
        if (request.Header("x-amz-expected-bucket-owner") is { Length: > 0 } owner && owner != bucket.Owner)
            throw new AwsError(403, "AccessDenied", "Access Denied");
        return Answer(bucket, request);
    }

    private static Answer Answer(BucketDouble bucket, AwsRequest request)
    {
        var body = Encoding.UTF8.GetString(request.Body);
        switch (OperationOf(request))
        {
            case "PutObject":
                return Put(bucket, request, body);
            case "DeleteObject":
                bucket.Objects.Remove(Key(request));
                return new(204, "");
            case "PutBucketPolicy":
                bucket.Policy = body;
                return new(204, "");
            case "PutBucketEncryption":
                bucket.Encryption = body;
                return Aws.Answer.Ok();
            case "PutPublicAccessBlock":
                bucket.PublicAccessBlock = body;
                return Aws.Answer.Ok();
            case "GetBucketPolicy":
                return bucket.Policy is { } policy ? Aws.Answer.Ok(policy) : throw new AwsError(404, "NoSuchBucketPolicy", "The bucket policy does not exist");
            case "ListObjectsV2":
                return List(bucket, request.Query.GetValueOrDefault("prefix", ""), request.Query.GetValueOrDefault("continuation-token", ""));
            default:
                throw new AwsError(405, "MethodNotAllowed", "Not played: " + request.Method + " " + request.Path);
        }
    }

    private Answer Create(string name, AwsRequest request)
    {
        if (!Encoding.UTF8.GetString(request.Body).Contains($"<LocationConstraint>{AwsDouble.Region}<", StringComparison.Ordinal))
            throw new AwsError(400, "IllegalLocationConstraintException", "The unspecified location constraint is incompatible for the region specific endpoint this request was sent to: " + Encoding.UTF8.GetString(request.Body));
        if (Buckets.ContainsKey(name))
            throw new AwsError(409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");
        Buckets[name] = new BucketDouble();
        return Aws.Answer.Ok();
    }

    private static Answer Put(BucketDouble bucket, AwsRequest request, string body)
    {
        if (request.Header("x-amz-checksum-sha256") is { Length: > 0 } checksum && checksum != Convert.ToBase64String(SHA256.HashData(request.Body)))
            throw new AwsError(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
        bucket.Objects[Key(request)] = body;
        var answer = Aws.Answer.Ok();
        answer.Headers["ETag"] = "\"etag\"";
        return answer;
    }

    // Pages of two, so that nobody gets away with reading the first.
    private static Answer List(BucketDouble bucket, string prefix, string after)
    {
        var keys = bucket.Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).ToList();
        var page = keys.Take(2).ToList();
        var truncated = page.Count < keys.Count;
        return Aws.Answer.Ok("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
            + Xml.Element("IsTruncated", truncated ? "true" : "false")
            + Xml.Element("NextContinuationToken", truncated ? page[^1] : null)
            + string.Concat(page.Select(key => $"<Contents>{Xml.Element("Key", key)}<Size>1</Size></Contents>"))
            + "</ListBucketResult>");
    }

    private static string Key(AwsRequest request) => request.Path.TrimStart('/').Split('/', 2) is [_, var key] ? key : "";
}
