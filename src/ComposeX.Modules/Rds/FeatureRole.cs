using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>The role that a database uses its features with: one policy for each, on the named buckets alone.</summary>
internal static class FeatureRole
{
    // Aurora MySQL is told by this parameter which role to use for S3; elsewhere a role is for a named feature.
    private const string AuroraMySqlParameter = "aws_default_s3_role";

    public static string LogicalIdOf(Declaration declaration) => declaration.LogicalId("FeaturesRole");

    /// <summary>The role; null without features.</summary>
    public static SynthesizedResource? Of(DatabasePlan plan, Declaration declaration, Surroundings surroundings)
    {
        if (plan.Features.Count == 0)
        {
            return null;
        }

        var cfn = new Cfn(plan.Features[0].Name.Origin);
        return new(LogicalIdOf(declaration), "AWS::IAM::Role", cfn.Map(
            ("Description", cfn.String($"What the database {declaration.Name} does with S3")),
            ("AssumeRolePolicyDocument", ServiceTrust.Of("rds.amazonaws.com", cfn)),
            ("PermissionsBoundary", plan.PermissionsBoundary),
            ("Policies", cfn.List(plan.Features.Select(feature => Policy(feature, surroundings))))), Home.OfKey(declaration.Module.Key), cfn.Origin);
    }

    /// <summary>What the database says of the role.</summary>
    public static IReadOnlyList<CfnValue> Associations(DatabasePlan plan, Declaration declaration) =>
        IsByParameter(plan.Engine) && plan.Features.Count > 0
            ? [Association(plan.Features[0], false, declaration)]
            : [.. plan.Features.Select(feature => Association(feature, true, declaration))];

    /// <summary>The parameters that the features need, together with the user's own.</summary>
    public static ParameterGroup? Complete(ParameterGroup? group, Engine engine, string? version, IReadOnlyList<Feature> features, Declaration declaration)
    {
        if (features.Count == 0 || !IsByParameter(engine) || EngineVersions.ParameterFamily(engine, version) is not { } family)
        {
            return group;
        }

        var cfn = new Cfn(features[0].Name.Origin);
        var complete = group ?? new(cfn.String(family), cfn.String($"Parameters of {declaration.Name}"), cfn.Map(), cfn.Origin);
        return complete.With(AuroraMySqlParameter, cfn.GetAtt(LogicalIdOf(declaration), "Arn"));
    }

    private static bool IsByParameter(Engine engine) => engine.Name == "aurora-mysql";

    private static CfnMap Association(Feature feature, bool isNamed, Declaration declaration)
    {
        var cfn = new Cfn(feature.Name.Origin);
        return cfn.Map(("FeatureName", isNamed ? cfn.String(feature.Name.Value) : null), ("RoleArn", cfn.GetAtt(LogicalIdOf(declaration), "Arn")));
    }

    private static CfnMap Policy(Feature feature, Surroundings surroundings)
    {
        var cfn = new Cfn(feature.Name.Origin);
        var buckets = feature.Resources.Select(BucketAddress.Read).ToList();
        var writes = feature.ObjectActions.Contains("s3:PutObject", StringComparer.Ordinal);
        var keys = buckets.Select(bucket => bucket.KeyArn(surroundings)).OfType<CfnValue>().ToList();
        return cfn.Map(
            ("PolicyName", cfn.String(LogicalId.From(feature.Name.Value))),
            ("PolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(
                    cfn.Map(
                        ("Sid", cfn.String("Objects")),
                        ("Effect", cfn.String("Allow")),
                        ("Action", cfn.Strings(feature.ObjectActions)),
                        ("Resource", cfn.List(buckets.Select(bucket => bucket.ObjectsArn)))),
                    feature.BucketActions.Count == 0 ? null : cfn.Map(
                        ("Sid", cfn.String("Buckets")),
                        ("Effect", cfn.String("Allow")),
                        ("Action", cfn.Strings(feature.BucketActions)),
                        ("Resource", cfn.List(buckets.Select(bucket => bucket.BucketArn).Distinct(CfnValueComparer.Default)))),
                    keys.Count == 0 ? null : cfn.Map(
                        ("Sid", cfn.String("Keys")),
                        ("Effect", cfn.String("Allow")),
                        ("Action", cfn.Strings(writes ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"])),
                        ("Resource", cfn.List(keys)),
                        ("Condition", cfn.Map(("StringEquals", cfn.Map(("kms:ViaService", cfn.Sub("s3.${AWS::Region}.${AWS::URLSuffix}"))))))))))));
    }
}

/// <summary>A bucket as <c>RdsFeatures</c> names it: <c>x-s3::bucket</c>, an ARN, or a name; a path behind it narrows the objects.</summary>
internal sealed record BucketAddress(CfnValue BucketArn, CfnValue ObjectsArn, DeclarationReference? Reference)
{
    public static BucketAddress Read(Located<string> text)
    {
        var cfn = new Cfn(text.Origin);
        var slash = text.Value.IndexOf('/');
        var (bucket, path) = slash < 0 ? (text.Value, "/*") : (text.Value.Substring(0, slash), text.Value.Substring(slash));
        if (PropertiesReader.ReadReference(bucket, text.Origin) is { } reference)
        {
            reference = reference with { Attribute = "Arn" };
            return new(reference, cfn.Sub("${Bucket}" + path, ("Bucket", reference)), reference);
        }

        var arn = bucket.StartsWith("arn:", StringComparison.Ordinal) ? bucket : "arn:${AWS::Partition}:s3:::" + bucket;
        return new(Text(arn, cfn), Text(arn + path, cfn), null);
    }

    /// <summary>The key of a bucket of this file that is encrypted with one.</summary>
    public CfnValue? KeyArn(Surroundings surroundings) => Reference is { } reference
        ? surroundings.Offers<EncryptionOffer>().FirstOrDefault(offer => offer.Declaration.Module.Key == reference.Key && offer.Declaration.Name == reference.Name).Offer?.KeyArn
        : null;

    private static CfnValue Text(string text, Cfn cfn) => PseudoParameters.AreIn(text) ? cfn.Sub(PseudoParameters.KeepOnly(text)) : cfn.String(text);
}
