using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>Reads what is declared of a new bucket, and says what AWS would refuse.</summary>
internal static class BucketReader
{
    private const string Website = "WebsiteConfiguration";
    private const string Acceleration = "AccelerateConfiguration";

    public static NewBucket Read(Declaration declaration, CfnMap properties, DiagnosticBag diagnostics)
    {
        var macros = BucketMacros.Read(declaration, diagnostics);
        BucketName.Check(properties["BucketName"], macros, diagnostics);
        if (BucketName.Of(properties["BucketName"], macros) is { } name)
        {
            properties = properties.With("BucketName", name);
        }

        properties = properties.With("BucketEncryption", BucketEncryption.Of(properties["BucketEncryption"], macros, declaration.Origin, diagnostics));
        properties = WithRuleForParts(Accelerated(properties, macros), diagnostics);
        properties = Notifications.Complete(BucketAccess.Of(properties, declaration.Origin, diagnostics), diagnostics);
        Check(declaration, properties, macros, diagnostics);
        return new(Sorted(properties), macros)
        {
            LiteralArn = BucketName.Arn(properties["BucketName"]),
            KeyArn = BucketEncryption.KeyArn(properties["BucketEncryption"]),
            Targets = Notifications.Targets(properties),
        };
    }

    private static CfnMap Accelerated(CfnMap properties, BucketMacros macros) => macros.Accelerates is { Value: true } asked && properties[Acceleration] is null
        ? properties.With(Acceleration, new Cfn(asked.Origin).Map(("AccelerationStatus", new Cfn(asked.Origin).String("Enabled"))))
        : properties;

    // Written beside the rules, it can only mean all that is uploaded.
    private static CfnMap WithRuleForParts(CfnMap properties, DiagnosticBag diagnostics)
    {
        const string Parts = "AbortIncompleteMultipartUpload";
        if (properties["LifecycleConfiguration"] is not CfnMap lifecycle || lifecycle[Parts] is not { } abort || lifecycle["Rules"] is not (null or CfnList))
        {
            return properties;
        }

        diagnostics.Add(S3Diagnostics.RuleForParts(abort.Origin));
        var cfn = new Cfn(abort.Origin);
        var rule = cfn.Map(("Id", cfn.String(Parts)), ("Status", cfn.String("Enabled")), (Parts, abort));
        return properties.With("LifecycleConfiguration", (lifecycle with { Members = [.. lifecycle.Members.Where(member => member.Name != Parts)] })
            .With("Rules", cfn.List([.. (lifecycle["Rules"] as CfnList)?.Items ?? [], rule])));
    }

    private static void Check(Declaration declaration, CfnMap properties, BucketMacros macros, DiagnosticBag diagnostics)
    {
        if ((properties[Acceleration] as CfnMap)?["AccelerationStatus"] is CfnString { Value: "Enabled" } status && BucketName.HasDot(properties["BucketName"]))
        {
            diagnostics.Add(S3Diagnostics.NoAcceleration(status.Origin));
        }

        if (properties["ReplicationConfiguration"] is { } replication && (properties["VersioningConfiguration"] as CfnMap)?["Status"] is null or CfnString { Value: not "Enabled" })
        {
            diagnostics.Add(S3Diagnostics.ReplicationWithoutVersions(replication.Origin));
        }

        if (properties[Website] is CfnMap website && website["RedirectAllRequestsTo"] is null && (macros.IsOnlyOverTls || !BucketAccess.MayBePublic(properties)))
        {
            diagnostics.Add(S3Diagnostics.WebsiteForNobody(declaration.Name, website.Origin));
        }

        if (declaration.Services.Count > 0 && BucketEncryption.Alias(properties["BucketEncryption"]) is { } alias)
        {
            diagnostics.Add(S3Diagnostics.KeyByAlias(alias.Value, alias.Origin));
        }
    }

    private static CfnMap Sorted(CfnMap properties) => properties with { Members = [.. properties.Members.OrderBy(member => member.Name, StringComparer.Ordinal)] };
}
