using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>The permissions to read one secret, and to decrypt it where its key is not AWS's own.</summary>
internal static class SecretGrants
{
    private const string Topic = "rds";

    public static IEnumerable<Contribution> Of(Link link, DatabaseView database, CfnValue secret, FamilyRole role, Location origin)
    {
        yield return new GrantStatement(link.Family, Topic, "ReadDatabaseSecrets", ["secretsmanager:GetSecretValue"], [secret], origin) { Role = role };
        if (database.KeyArn is { } key)
        {
            yield return new GrantStatement(link.Family, Topic, "DecryptDatabaseSecrets", ["kms:Decrypt"], [key], origin) { Role = role, Condition = SecretArns.ViaSecretsManager(new(origin)) };
        }
    }
}
