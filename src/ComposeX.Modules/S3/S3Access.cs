using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.S3;

/// <summary>
/// The access sets of a bucket, by side: what may be done with its objects, and what with the bucket itself. Lists of IAM's actions as
/// they are today; none is wider than its name says.
/// </summary>
internal static class S3Access
{
    public const string Objects = "objects";

    public const string Bucket = "bucket";

    private static readonly string[] Read =
    [
        "s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectAttributes", "s3:GetObjectLegalHold", "s3:GetObjectRetention", "s3:GetObjectTagging",
        "s3:GetObjectVersion", "s3:GetObjectVersionAcl", "s3:GetObjectVersionAttributes", "s3:GetObjectVersionTagging",
    ];

    private static readonly string[] Write =
    [
        "s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectLegalHold", "s3:PutObjectRetention", "s3:PutObjectTagging", "s3:PutObjectVersionAcl", "s3:PutObjectVersionTagging",
    ];

    private static readonly string[] Delete = ["s3:DeleteObject", "s3:DeleteObjectTagging", "s3:DeleteObjectVersion", "s3:DeleteObjectVersionTagging"];

    private static readonly string[] All =
    [
        "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging", "s3:GetObject", "s3:GetObjectTagging",
        "s3:GetObjectVersionTagging", "s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging", "s3:PutObjectVersionTagging",
    ];

    // Who may come in (policy, ACL, ownership, public access) is not for those who work with the bucket.
    private static readonly string[] Power =
    [
        "s3:GetBucketAcl", "s3:GetBucketCORS", "s3:GetBucketLocation", "s3:GetBucketLogging", "s3:GetBucketNotification", "s3:GetBucketObjectLockConfiguration",
        "s3:GetBucketOwnershipControls", "s3:GetBucketPolicy", "s3:GetBucketPolicyStatus", "s3:GetBucketPublicAccessBlock", "s3:GetBucketRequestPayment",
        "s3:GetBucketTagging", "s3:GetBucketVersioning", "s3:GetBucketWebsite", "s3:ListBucket",
        "s3:PutBucketCORS", "s3:PutBucketLogging", "s3:PutBucketNotification", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketRequestPayment",
        "s3:PutBucketTagging", "s3:PutBucketVersioning", "s3:PutBucketWebsite",
    ];

    public static IReadOnlyList<AccessSet> Sets { get; } =
    [
        OfObjects("RW", [.. Read, .. Write]),
        OfObjects("CRUD", All),
        OfObjects("RWDelete", [.. Read, .. Write, .. Delete]),
        OfObjects("ReadOnly", Read),
        OfObjects("WriteOnly", Write),
        OfObjects("StrictRW", ["s3:GetObject", "s3:PutObject"]),
        OfObjects("StrictRWDelete", ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"]),
        OfObjects("StrictReadOnly", ["s3:GetObject"]),
        OfObjects("StrictWriteOnly", ["s3:PutObject"]),
        new("ListOnly", ["s3:GetBucketLocation", "s3:GetBucketPublicAccessBlock", "s3:ListBucket"], ["${Arn}"]) { Dimension = Bucket },
        new("PowerUser", Power, ["${Arn}"]) { Dimension = Bucket },
        OnlyOverTls("enforceSecureConnection"),

        // The name of the rule of AWS Config that asks for it.
        OnlyOverTls("s3-bucket-ssl-requests-only"),
    ];

    /// <summary>What one word means: a set of objects, with which the bucket may be listed, or a set of the bucket.</summary>
    public static IReadOnlyList<AccessSet> Of(string name)
    {
        var objects = Sets.Where(set => set.Dimension == Objects && string.Equals(set.Name, name, StringComparison.Ordinal)).ToList();
        return [.. objects, .. Sets.Where(set => set.Dimension == Bucket && string.Equals(set.Name, objects.Count > 0 ? "ListOnly" : name, StringComparison.Ordinal))];
    }

    // What is uploaded in parts is read again by S3 when they are put together, so writing needs to decrypt too.
    private static AccessSet OfObjects(string name, string[] actions) => new(name, actions, ["${Arn}/*"])
    {
        Dimension = Objects,
        KeyActions = actions.Contains("s3:PutObject", StringComparer.Ordinal) ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"],
    };

    private static AccessSet OnlyOverTls(string side) => new(AccessSet.On, ["s3:*"], ["${Arn}", "${Arn}/*"])
    {
        Dimension = side,
        Denies = true,
        Condition = new("Bool", "aws:SecureTransport", "false"),
    };
}
