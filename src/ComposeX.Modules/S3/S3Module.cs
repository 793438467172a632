using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary><c>x-s3</c>: buckets, private by default, and who may do what with them and their objects.</summary>
public sealed class S3Module : Module
{
    internal const string BucketName = "BucketName";
    internal const string Arn = "Arn";
    internal const string DomainName = "DomainName";
    internal const string DualStackDomainName = "DualStackDomainName";
    internal const string RegionalDomainName = "RegionalDomainName";
    internal const string WebsiteUrl = "WebsiteURL";
    internal const string KeyArn = "KmsKeyArn";
    internal const string KeyId = "KMSMasterKeyID";

    public override string Key => "x-s3";

    public override string Type => "AWS::S3::Bucket";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new(BucketName, null),
        new(Arn, Arn, Alias: "BucketArn") { Export = "BucketArn" },
        new(DomainName, DomainName, Alias: "BucketDomainName") { Export = "BucketDomainName" },
        new(DualStackDomainName, DualStackDomainName, Alias: "BucketDualStackDomainName") { Export = "BucketDualStackDomainName" },
        new(RegionalDomainName, RegionalDomainName, Alias: "BucketRegionalDomainName") { Export = "BucketRegionalDomainName" },
        new(WebsiteUrl, WebsiteUrl) { Export = "BucketWebsiteURL" },
        new(KeyArn, null, Alias: "KMSMasterKeyArn") { Export = "BucketKmsKeyArn" },
        new(KeyId, null) { Export = "BucketKMSMasterKeyID" },
    ];

    public override IReadOnlyList<AccessSet> Access => S3Access.Sets;

    public override IReadOnlyList<AccessSet> AccessOf(string name) => S3Access.Of(name);

    public override LookupSource LookupBy { get; } = new("s3", "AWS::S3::Bucket", "^arn:(?<partition>aws[a-z-]*):s3:::(?<id>[^/]+)$", "${id}",
    [
        new(BucketName, "${id}"),
        new(Arn, "${arn}"),
        new(DomainName, DomainName),
        new(DualStackDomainName, DualStackDomainName, IsOptional: true),
        new(RegionalDomainName, RegionalDomainName),
        new(WebsiteUrl, WebsiteUrl, IsOptional: true),
        new(KeyArn, "BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID", IsOptional: true),
    ]);

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.IsNew)
        {
            return BucketReader.Read(declaration, PropertiesOf(declaration), diagnostics);
        }

        ExistingBucket.RejectOwn(declaration, diagnostics);
        return declaration is { Lookup: null, Use: { } use } ? ExistingBucket.Read(use, diagnostics) : null;
    }

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound is NewBucket bucket
        ?
        [
            .. Encryption(bucket.KeyArn),
            .. bucket.Targets.Select(target => new DeliveryOffer(target, Notifications.Principal, bucket.LiteralArn, target.Origin)),
            new ReceiverOffer([BucketPolicy.LogicalId(declaration)]),
        ]
        : [.. Encryption(FoundKey(declaration))];

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is not NewBucket bucket)
        {
            return new Synthesized();
        }

        var kept = declaration.DeletionPolicy is null ? declaration with { DeletionPolicy = bucket.Macros.DeletionPolicy } : declaration;
        var main = MainResource(kept, bucket.Properties) with { DependsOn = Notifications.WaitFor(bucket.Targets, surroundings, diagnostics) };
        return new()
        {
            Resources = new BucketPolicy(declaration, bucket, diagnostics).Resource(main, surroundings) is { } policy ? [main, policy] : [main],
        };
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var value = attribute.Name switch
        {
            KeyArn or KeyId => declaration.Bound is NewBucket bucket ? bucket.KeyArn : FoundKey(declaration),
            WebsiteUrl when declaration.Bound is NewBucket { IsWebsite: false } => null,
            _ when declaration.Bound is ExistingBucket existing => existing.Attribute(attribute.Name),
            _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
        };
        if (value is null && (attribute.Name is KeyArn or KeyId || declaration.Found is null))
        {
            diagnostics.Add(S3Diagnostics.NoSuchValue(attribute.Name, declaration.Name, origin));
        }

        return value;
    }

    private static CfnValue? FoundKey(Declaration declaration) => declaration.Found?.Attributes.TryGetValue(KeyArn, out var key) == true ? key : null;

    private static IEnumerable<Offer> Encryption(CfnValue? keyArn) => keyArn is null ? [] : [new EncryptionOffer(keyArn, "s3")];
}
