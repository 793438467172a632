namespace ComposeX.Model.Lookups;

/// <summary>Kinds that several rooms look up as parts of something else, and how ARNs are written down.</summary>
public static class LookupSources
{
    /// <summary>The pattern of the ARNs of a service's regional resources, with the groups <c>partition</c>, <c>region</c> and <c>account</c>.</summary>
    /// <param name="resource">The part behind the account: <c>vpc/(?&lt;id&gt;vpc-[0-9a-z]+)</c>.</param>
    public static string Arn(string service, string resource) =>
        $"^arn:(?<partition>aws[a-z-]*):{service}:(?<region>[a-z0-9-]+):(?<account>[0-9]{{12}}):{resource}$";

    /// <param name="attribute">What the lock calls the group's id.</param>
    public static LookupSource SecurityGroup(string attribute) =>
        new("ec2:security-group", "AWS::EC2::SecurityGroup", Arn("ec2", "security-group/(?<id>sg-[0-9a-z]+)"), "${id}", [new(attribute, "GroupId")]);

    /// <param name="attribute">What the lock calls the list's id.</param>
    public static LookupSource PrefixList(string attribute) =>
        new("ec2:prefix-list", "AWS::EC2::PrefixList", Arn("ec2", "prefix-list/(?<id>pl-[0-9a-z]+)"), "${id}", [new(attribute, "PrefixListId")]);

    /// <param name="arn">What the lock calls the secret's ARN.</param>
    /// <param name="key">What it calls the ARN of the key that encrypts it, where that is not AWS's own.</param>
    public static LookupSource Secret(string arn, string key) => new(
        "secretsmanager:secret", "AWS::SecretsManager::Secret", Arn("secretsmanager", "secret:(?<id>.+-[A-Za-z0-9]{6})"), "${arn}",
        [new(arn, "Id"), new(key, "KmsKeyId", IsOptional: true) { IsKey = true }]);
}
