using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>A database as its users see it, whether it is made here or exists already.</summary>
internal sealed record DatabaseView(Declaration Declaration, Engine? Engine)
{
    public bool HasSecret { get; init; }

    /// <summary>Whether RDS changes the password now and then.</summary>
    public bool IsRotated { get; init; }

    /// <summary>Whether what is in the secret is not for us to know.</summary>
    public bool IsForeign { get; init; }

    public bool HasDatabaseName { get; init; }

    public bool HasUsername { get; init; }

    /// <summary>The key of the secret when it is not AWS's own.</summary>
    public CfnValue? KeyArn { get; init; }

    /// <summary>Null when the database was not understood, or not found: that has been reported.</summary>
    public static DatabaseView? Of(Declaration declaration) => declaration switch
    {
        { Bound: RdsBinding { Plan: { } plan } } => new(declaration, plan.Engine)
        {
            HasSecret = plan.Credentials.HasSecret,
            IsRotated = plan.Credentials.Kind == CredentialKind.Managed,
            HasDatabaseName = plan.DatabaseName is not null,
            HasUsername = plan.Credentials.Username is not null,
            KeyArn = plan.Credentials.KeyArn,
        },
        { Found: { } found } => Existing(declaration, found.Attributes),
        _ => null,
    };

    /// <summary>An attribute, by name; what is not there is reported when the reference is resolved.</summary>
    public CfnValue Attribute(string name, Location origin) =>
        (Declaration.Module.FindAttribute(name) is { } attribute ? Declaration.Module.AttributeOf(Declaration, attribute, origin, new DiagnosticBag()) : null)
        ?? new DeclarationReference(Declaration.Module.Key, Declaration.Name, name, origin);

    private static DatabaseView Existing(Declaration declaration, IReadOnlyDictionary<string, CfnValue> found)
    {
        string? Text(string name) => found.TryGetValue(name, out var value) ? (value as CfnString)?.Value : null;
        var secret = Text(RdsAttributes.SecretArn) ?? Text("DBSecret");
        return new(declaration, Engine.Find(Text(ExistingDatabase.EngineName) ?? ""))
        {
            HasSecret = secret is not null,
            IsRotated = secret?.IndexOf(":secret:rds!", StringComparison.Ordinal) > 0,
            IsForeign = true,
            HasDatabaseName = Text(RdsAttributes.DatabaseName) is not null,
            HasUsername = Text(RdsAttributes.Username) is not null,
            KeyArn = Text(ExistingDatabase.SecretKey) is { } key && key.StartsWith("arn:", StringComparison.Ordinal) ? new CfnString(key, declaration.Origin) : null,
        };
    }
}
