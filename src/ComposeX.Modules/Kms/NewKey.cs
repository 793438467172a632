using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Kms;

/// <summary>What a new key has when nobody said otherwise.</summary>
internal static class NewKey
{
    // The longest that KMS waits: time to notice that the key is missed.
    private const int PendingDays = 30;

    public static CfnMap Complete(Declaration declaration, CfnMap properties, IReadOnlyList<KeyUser> users)
    {
        var cfn = new Cfn(declaration.Origin);
        var usages = KeySpecs.UsagesOf(properties);
        var defaults = new (string Name, CfnValue? Value)[]
        {
            ("Description", cfn.Sub(declaration.Name + " of ${StackRoot}", ("StackRoot", cfn.RootStackName()))),
            ("EnableKeyRotation", KeySpecs.Rotates(properties) ? cfn.Boolean(true) : null),
            ("KeyUsage", KeySpecs.IsSymmetric(properties) || usages is not [var only] ? null : cfn.String(only)),
            ("PendingWindowInDays", cfn.Number(PendingDays)),
            ("KeyPolicy", Policy(users, cfn)),
        };
        return defaults.Where(member => member.Value is not null && properties[member.Name] is null)
            .Aggregate(properties, (map, member) => map.With(member.Name, member.Value!));
    }

    private static CfnMap Policy(IReadOnlyList<KeyUser> users, Cfn cfn) => cfn.Map(
        ("Version", cfn.String("2012-10-17")),
        ("Statement", cfn.List([Account(cfn), .. users.Select(user => user.Statement())])));

    // Without it nobody could administer the key; who may use it is then up to IAM. In a key's policy "*" is this key.
    private static CfnMap Account(Cfn cfn) => cfn.Map(
        ("Sid", cfn.String("AccountThroughIam")),
        ("Effect", cfn.String("Allow")),
        ("Principal", cfn.Map(("AWS", cfn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")))),
        ("Action", cfn.String("kms:*")),
        ("Resource", cfn.String("*")));
}
