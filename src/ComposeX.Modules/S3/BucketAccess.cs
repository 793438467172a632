using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>Whom a bucket is for: nobody but the account, unless its properties say otherwise, word by word.</summary>
internal static class BucketAccess
{
    private const string Acl = "AccessControl";
    private const string Block = "PublicAccessBlockConfiguration";
    private const string Ownership = "OwnershipControls";

    // S3 takes these for a bucket, and they change nothing.
    private static readonly string[] WithoutEffect = ["Private", "BucketOwnerFullControl", "BucketOwnerRead"];

    public static CfnMap Of(CfnMap properties, Location origin, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(origin);
        properties = properties.With(Block, properties[Block] switch
        {
            null => PrivateBucket.NoPublicAccess(cfn),
            CfnMap written => PrivateBucket.Blocks.Where(block => written[block] is null).Aggregate(written, (all, block) => all.With(block, cfn.Boolean(true))),
            var other => other,
        });
        if (properties[Acl] is CfnString same && Array.IndexOf(WithoutEffect, same.Value) >= 0)
        {
            diagnostics.Add(S3Diagnostics.AclWithoutEffect(same.Value, same.Origin));
            properties = properties with { Members = [.. properties.Members.Where(member => member.Name != Acl)] };
        }

        if (properties[Ownership] is not null)
        {
            return properties;
        }

        if (properties[Acl] is CfnString acl)
        {
            diagnostics.Add(S3Diagnostics.AclWithoutOwnership(acl.Value, acl.Origin));
        }

        return properties.With(Ownership, PrivateBucket.Ownership(cfn));
    }

    /// <summary>Whether a policy may let anybody in.</summary>
    /// <param name="properties">What <see cref="Of"/> returned.</param>
    public static bool MayBePublic(CfnMap properties) =>
        properties[Block] is not CfnMap block || (block["BlockPublicPolicy"] is not CfnBoolean { Value: true } && block["RestrictPublicBuckets"] is not CfnBoolean { Value: true });
}
