using System.Collections.Generic;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>The permissions to read one secret, and to decrypt it.</summary>
internal static class SecretGrants
{
    private const string Topic = "secrets";

    public static IEnumerable<GrantStatement> Of(Family family, Secret secret, FamilyRole role, Location origin)
    {
        yield return secret.Address.IsParameter
            ? new(family, Topic, "ReadParameters", role == FamilyRole.Execution ? ["ssm:GetParameters"] : ["ssm:GetParameter", "ssm:GetParameters"], [secret.Address.Resource], origin) { Role = role }
            : new(family, Topic, "ReadSecrets", ["secretsmanager:GetSecretValue"], [secret.Address.Resource], origin) { Role = role };
        if (secret.KmsKey is { } key)
        {
            yield return new(family, Topic, "DecryptSecrets", ["kms:Decrypt"], [key], origin) { Role = role };
        }
    }
}
