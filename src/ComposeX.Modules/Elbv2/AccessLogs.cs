using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Where a load balancer writes what it was asked.</summary>
/// <param name="Bucket">An existing bucket; null for one of its own.</param>
internal sealed record AccessLogs(CfnValue? Bucket, Located<string>? Prefix, long ExpirationInDays, Location Origin)
{
    private const long DefaultExpiration = 90;

    /// <summary>Reads <c>AccessLogs</c>: <c>true</c>, or a mapping.</summary>
    public static AccessLogs? Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar scalar when bool.TryParse(scalar.Text, out var wanted):
                return wanted ? new(null, null, DefaultExpiration, scalar.Location) : null;
            case YamlMapping mapping:
                var reader = MappingReader.Of(mapping, diagnostics);
                var (bucket, prefix, days) = (reader.Text("Bucket"), reader.Text("Prefix"), reader.Integer("ExpirationInDays"));
                reader.RejectOthers("AccessLogs");
                if (days is { Value: < 1 or > 36500 } wrong)
                {
                    diagnostics.Add(Elbv2Diagnostics.OutOfRange("ExpirationInDays", wrong.Value, 1, 36500, wrong.Origin));
                }

                return new(bucket is { } name ? Name(name) : null, Trimmed(prefix), days?.Value ?? DefaultExpiration, mapping.Location);
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("AccessLogs", "true, or a mapping with Bucket, Prefix and ExpirationInDays", node.Location));
                return null;
        }
    }

    /// <summary>Reads <c>S3Logs</c>: an existing bucket, and after a colon the prefix.</summary>
    public static AccessLogs? ReadLine(Located<string>? line, DiagnosticBag diagnostics)
    {
        if (line is not { } written)
        {
            return null;
        }

        if (written.Value.TrimStart(':').Length < written.Value.Length || written.Value.Length == 0)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("S3Logs", "the name of a bucket, and if needed a prefix behind it: bucket:/prefix", written.Origin));
            return null;
        }

        // x-s3::logs:/prefix has a prefix too, behind the third colon.
        var colon = written.Value.IndexOf(':', written.Value.IndexOf("::", StringComparison.Ordinal) is > 0 and var reference ? reference + "::".Length : 0);
        return colon < 0
            ? new(Name(written), null, DefaultExpiration, written.Origin)
            : new(Name(written with { Value = written.Value.Substring(0, colon) }), Trimmed(written with { Value = written.Value.Substring(colon + 1) }), DefaultExpiration, written.Origin);
    }

    public IEnumerable<CfnMember> Attributes(string ownBucket)
    {
        var cfn = new Cfn(Origin);
        yield return new("access_logs.s3.enabled", cfn.String("true"), Origin);
        yield return new("access_logs.s3.bucket", Bucket ?? cfn.Ref(ownBucket), Origin);
        if (Prefix is { } prefix)
        {
            yield return new("access_logs.s3.prefix", new CfnString(prefix.Value, prefix.Origin), Origin);
        }
    }

    private static CfnValue Name(Located<string> bucket) =>
        PropertiesReader.ReadReference(bucket.Value, bucket.Origin) is { } reference ? reference with { Attribute = "BucketName" } : new CfnString(bucket.Value, bucket.Origin);

    // AWS takes prefixes without slashes at their ends.
    private static Located<string>? Trimmed(Located<string>? prefix) =>
        prefix?.Value.Trim('/') is { Length: > 0 } trimmed && prefix is { } written ? written with { Value = trimmed } : null;
}
