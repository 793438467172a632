using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Rds;

/// <summary>A secret of this deployment: its password is made by Secrets Manager and stays; the database's address is attached to it.</summary>
internal static class OwnSecret
{
    // Oracle takes no more.
    private const int PasswordLength = 30;

    public static string LogicalIdOf(Declaration declaration) => declaration.LogicalId("Secret");

    public static string AttachmentOf(Declaration declaration) => declaration.LogicalId("SecretAttachment");

    /// <summary>A dynamic reference to a part of the secret: CloudFormation puts it in when it calls RDS, and shows it to nobody.</summary>
    public static CfnValue Dynamic(string key, Declaration declaration)
    {
        var cfn = new Cfn(declaration.Origin);
        return SecretArns.Within("{{resolve:secretsmanager:", cfn.Ref(LogicalIdOf(declaration)), $":SecretString:{key}}}}}", cfn);
    }

    public static IReadOnlyList<SynthesizedResource> Of(DatabasePlan plan, Declaration declaration, string deletionPolicy)
    {
        var cfn = new Cfn(declaration.Origin);
        var home = Home.OfKey(declaration.Module.Key);
        return
        [
            new(LogicalIdOf(declaration), "AWS::SecretsManager::Secret", cfn.Map(
                ("Description", cfn.String($"Master user of the database {declaration.Name}")),
                ("GenerateSecretString", cfn.Map(
                    ("SecretStringTemplate", Template(plan.Credentials.Username, cfn)),
                    ("GenerateStringKey", cfn.String("password")),
                    ("PasswordLength", cfn.Number(PasswordLength)),
                    ("ExcludePunctuation", cfn.Boolean(true)))),
                ("KmsKeyId", plan.Credentials.KeyArn)), home, cfn.Origin)
            {
                DeletionPolicy = deletionPolicy,
                UpdateReplacePolicy = deletionPolicy == DeletionPolicies.KeepOnceMade ? DeletionPolicies.Keep : deletionPolicy,
            },
            new(AttachmentOf(declaration), "AWS::SecretsManager::SecretTargetAttachment", cfn.Map(
                ("SecretId", cfn.Ref(LogicalIdOf(declaration))),
                ("TargetId", cfn.Ref(declaration.LogicalId())),
                ("TargetType", cfn.String(plan.Type))), home, cfn.Origin),
        ];
    }

    private static CfnValue Template(CfnValue? username, Cfn cfn) => username is null or CfnString
        ? cfn.String($"{{\"username\":\"{(username as CfnString)?.Value ?? Credentials.DefaultUsername}\"}}")
        : cfn.Sub("{\"username\":\"${Username}\"}", ("Username", username));
}
