using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>Findings about buckets.</summary>
public static class S3Diagnostics
{
    public static Diagnostic BadName(string name, Location location) =>
        Diagnostic.Error("CXS301", location, $"\"{name}\" cannot name a bucket. S3 takes 3 to 63 small letters, digits, hyphens and single dots, a letter or digit at both ends, no address, and none of the beginnings and ends that it keeps for itself (xn--, -s3alias). Write such a name, or leave it to CloudFormation.");

    public static Diagnostic NameTooLong(string name, int most, Location location) =>
        Diagnostic.Error("CXS302", location, FormattableString.Invariant($"\"{name}\" is too long: with what is appended, S3 has room for {most} characters. Shorten it, or append less."));

    public static Diagnostic NameForOneAccount(string name, Location location) =>
        Diagnostic.Note("CXS303", location, $"No two buckets of all accounts share a name, so \"{name}\" can be deployed once. Write \"ExpandAccountIdToBucket: true\" under MacroParameters to have a name in each account.");

    public static Diagnostic NothingToExpand(Location location) =>
        Diagnostic.Note("CXS304", location, "Without a \"BucketName\" there is nothing to append to: CloudFormation makes up a name that nobody else has. Remove this, or set \"BucketName\" under Properties.");

    public static Diagnostic UnknownPolicy(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXS305", location, $"There is no predefined bucket policy \"{name}\".{Spelling.Hint(name, known)} It may be {string.Join(", ", known)}; write others as \"Statement\".");

    public static Diagnostic NoKey(string reference, Location location) =>
        Diagnostic.Error("CXS306", location, $"\"{reference}\" is no KMS key. Name one of x-kms, or write the ARN of a key.");

    public static Diagnostic AwsKey(Location location) =>
        Diagnostic.Note("CXS307", location, "KMS knows no key \"aws/s3\"; AWS's own key for S3 has the alias \"alias/aws/s3\", which is used. Write it so.");

    public static Diagnostic KeyTakesKms(Location location) =>
        Diagnostic.Warning("CXS308", location, "\"AES256\" is S3's own encryption and takes no KMS key, so \"aws:kms\" is used. Write it so, or remove the key.");

    public static Diagnostic KeyByAlias(string alias, Location location) =>
        Diagnostic.Warning("CXS309", location, $"No policy can name a key by the alias \"{alias}\", so services get no permission to use it. Write the key's ARN, or \"x-kms::<name>\".");

    public static Diagnostic AclWithoutEffect(string acl, Location location) =>
        Diagnostic.Note("CXS310", location, $"\"{acl}\" changes nothing for a bucket, and is left out. Remove it.");

    public static Diagnostic AclWithoutOwnership(string acl, Location location) =>
        Diagnostic.Error("CXS311", location, $"S3 takes the access control list \"{acl}\" only for a bucket that has such lists. Use a BucketPolicy under MacroParameters in its place; or set \"OwnershipControls\" with ObjectOwnership ObjectWriter, and \"PublicAccessBlockConfiguration\" if it lets the public in.");

    public static Diagnostic CannotReceive(string target, string what, string key, Location location) =>
        Diagnostic.Error("CXS312", location, $"\"{target}\" is no {what} that a bucket can notify. Write \"{key}::<name>\", or an ARN.");

    public static Diagnostic Fifo(string target, Location location) =>
        Diagnostic.Error("CXS313", location, $"S3 does not notify FIFO queues and topics, and \"{target}\" is one. Name a standard one, or have EventBridge bring the events to it.");

    public static Diagnostic OfOthers(string target, Location location) =>
        Diagnostic.Warning("CXS314", location, $"\"{target}\" exists already, so its policy is not written here. AWS refuses the bucket unless that policy lets s3.amazonaws.com send: see to it before deploying.");

    public static Diagnostic NoAcceleration(Location location) =>
        Diagnostic.Error("CXS315", location, "S3 does not accelerate transfers of a bucket with a dot in its name. Use another NameSeparator or name, or remove this.");

    public static Diagnostic ReplicationWithoutVersions(Location location) =>
        Diagnostic.Error("CXS316", location, "S3 replicates versions, and this bucket keeps none. Set \"VersioningConfiguration\" with Status Enabled.");

    public static Diagnostic WebsiteForNobody(string bucket, Location location) =>
        Diagnostic.Warning("CXS317", location, $"Nobody can read the website of \"{bucket}\": its address has no TLS, and the bucket is closed to the public. Put CloudFront before the bucket and remove this; or open it: \"PredefinedBucketPolicies: []\" with a Statement for everybody under BucketPolicy, and BlockPublicPolicy and RestrictPublicBuckets false under PublicAccessBlockConfiguration.");

    public static Diagnostic NoPrincipal(Location location) =>
        Diagnostic.Warning("CXS318", location, "A statement of a bucket's policy must say whom it is about; without \"Principal\" it allows this account, or forbids everybody. Write one.");

    public static Diagnostic NotThisBucket(string resource, Location location) =>
        Diagnostic.Error("CXS319", location, $"The policy of a bucket is about that bucket, and \"{resource}\" is no ARN. Write \"$${{ARN}}\" for the bucket, \"$${{ARN}}/*\" for its objects.");

    public static Diagnostic NoBucket(string text, Location location) =>
        Diagnostic.Error("CXS320", location, $"\"{text}\" is neither the name of a bucket nor its ARN, arn:aws:s3:::<name>.");

    public static Diagnostic HasNoEffect(string key, string existing, Location location) =>
        Diagnostic.Warning("CXS321", location, $"\"{key}\" has no effect beside \"{existing}\": the bucket exists already, and is not changed here. Remove one of them.");

    public static Diagnostic NoSuchValue(string attribute, string bucket, Location location) =>
        Diagnostic.Error("CXS322", location, attribute == S3Module.WebsiteUrl
            ? $"\"{bucket}\" has no WebsiteURL that is known here: it takes a \"WebsiteConfiguration\" under Properties, or a Lookup."
            : $"\"{bucket}\" has no {attribute} that is known here: it is not encrypted with a KMS key of yours that is named by its ARN or by x-kms.");

    public static Diagnostic RuleForParts(Location location) =>
        Diagnostic.Warning("CXS324", location, "S3 has \"AbortIncompleteMultipartUpload\" in a rule only, so a rule for all objects is made of it. Write it under \"Rules\", with \"Status: Enabled\".");

    public static Diagnostic LogsWithoutKey(string balancer, string bucket, Location location) =>
        Diagnostic.Error("CXS323", location, $"The load balancer \"{balancer}\" writes its logs only where S3's own keys encrypt, and \"{bucket}\" is encrypted with a KMS key. Name another bucket, or write \"AccessLogs: true\" for one of its own.");
}
