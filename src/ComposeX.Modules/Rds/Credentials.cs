using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Rds;

/// <summary>Who the master user is and where his password is kept.</summary>
/// <param name="Username">Null where only a snapshot, or what a replica follows, knows it.</param>
internal sealed record Credentials(CredentialKind Kind, CfnValue? Username)
{
    public const string DefaultUsername = "dbadmin";

    /// <summary>The KMS key of the secret when it is not AWS's own, as a policy can name it.</summary>
    public CfnValue? KeyArn { get; init; }

    /// <summary>Whether the user decided on <see cref="Kind"/>.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Whether there is a secret to give away.</summary>
    public bool HasSecret => Kind is CredentialKind.Managed or CredentialKind.Own;
}

/// <summary>The ways to keep a master password.</summary>
internal enum CredentialKind
{
    /// <summary>RDS makes the secret, and changes the password every seven days.</summary>
    Managed,

    /// <summary>A secret of this deployment, whose password stays.</summary>
    Own,

    /// <summary>The user refers to a secret of his own.</summary>
    Given,

    /// <summary>A replica has those of what it follows.</summary>
    None,
}
