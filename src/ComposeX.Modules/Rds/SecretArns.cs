using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Where the master user's secret is.</summary>
internal static class SecretArns
{
    /// <summary>The secret of a new database; null where this deployment has none.</summary>
    public static CfnValue? Of(DatabasePlan plan, Declaration declaration, Location origin) => plan.Credentials.Kind switch
    {
        CredentialKind.Managed => new Cfn(origin).GetAtt(declaration.LogicalId(), "MasterUserSecret.SecretArn"),
        CredentialKind.Own => new Cfn(origin).Ref(OwnSecret.LogicalIdOf(declaration)),
        _ => null,
    };

    /// <summary>The ARN inside a text.</summary>
    public static CfnValue Within(string before, CfnValue arn, string after, Cfn cfn) =>
        arn is CfnString text ? cfn.String(before + text.Value + after) : cfn.Sub(before + "${Secret}" + after, ("Secret", arn));

    /// <summary>That a key is used by Secrets Manager alone.</summary>
    public static CfnMap ViaSecretsManager(Cfn cfn) =>
        cfn.Map(("StringEquals", cfn.Map(("kms:ViaService", cfn.Sub("secretsmanager.${AWS::Region}.${AWS::URLSuffix}")))));
}
