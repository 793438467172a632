using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>Decides where the master password is kept. By default RDS keeps it; no template ever holds one.</summary>
internal static class CredentialsReader
{
    private const string Manage = "ManageMasterUserPassword";
    private const string Password = "MasterUserPassword";

    /// <param name="ownSecret"><c>MacroParameters.OwnSecret</c>.</param>
    public static Credentials Read(Declaration declaration, Engine engine, DatabaseSource source, CfnMap properties, Located<bool>? ownSecret, DiagnosticBag diagnostics)
    {
        var managed = Chosen(properties[Manage], ownSecret, diagnostics);
        var given = GivenPassword(properties[Password], diagnostics);
        if (source == DatabaseSource.Replica)
        {
            RejectForReplica(properties, ownSecret, diagnostics);
            return new(CredentialKind.None, null);
        }

        var username = properties["MasterUsername"] ?? (source == DatabaseSource.Restored ? null : new CfnString(Credentials.DefaultUsername, declaration.Origin));
        if (given is not null)
        {
            if (managed is { Value: true })
            {
                diagnostics.Add(RdsDiagnostics.TwoPasswords(given.Origin));
            }

            return new(CredentialKind.Given, username);
        }

        var kind = KindOf(declaration, engine, properties, managed, diagnostics);
        if (kind == CredentialKind.Own && username is null)
        {
            diagnostics.Add(RdsDiagnostics.UserOfSnapshotUnknown(declaration.Name, ownSecret?.Origin ?? declaration.Origin));
        }

        return new(kind, username) { IsChosen = managed is not null, KeyArn = SecretKey(properties, diagnostics) };
    }

    private static Located<bool>? Chosen(CfnValue? manage, Located<bool>? ownSecret, DiagnosticBag diagnostics)
    {
        if (manage is not (null or CfnBoolean))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(Manage, "true or false", manage.Origin));
        }

        Located<bool>? byProperty = manage is CfnBoolean said ? new(said.Value, said.Origin) : null;
        Located<bool>? byMacro = ownSecret is { } own ? new(!own.Value, own.Origin) : null;
        if (byProperty is { } one && byMacro is { } other && one.Value != other.Value)
        {
            diagnostics.Add(RdsDiagnostics.TwoSecrets(other.Origin));
        }

        return byProperty ?? byMacro;
    }

    // A password in a template is read by everybody who reads the stack.
    private static CfnValue? GivenPassword(CfnValue? password, DiagnosticBag diagnostics)
    {
        if (password is CfnString text && text.Value.IndexOf("{{resolve:", StringComparison.Ordinal) < 0)
        {
            diagnostics.Add(RdsDiagnostics.LiteralPassword(password.Origin));
            return null;
        }

        return password is CfnNumber or CfnBoolean ? GivenPassword(new CfnString("", password.Origin), diagnostics) : password;
    }

    private static CredentialKind KindOf(Declaration declaration, Engine engine, CfnMap properties, Located<bool>? managed, DiagnosticBag diagnostics)
    {
        var hindrance = engine.IsCustom ? "RDS Custom" : properties["GlobalClusterIdentifier"] is not null ? "a global database" : null;
        if (managed is { Value: true } wanted && hindrance is not null)
        {
            diagnostics.Add(RdsDiagnostics.CannotManage(hindrance, wanted.Origin));
        }

        var connectionString = declaration.Services.SelectMany(use => use.Extra).FirstOrDefault(entry => entry.Name == ServiceKeyNames.ConnectionStringSecret);
        if (managed is null && hindrance is null && connectionString is not null)
        {
            diagnostics.Add(RdsDiagnostics.OwnSecretForConnectionString(declaration.Name, connectionString.Key.Location));
        }

        return managed is { } chosen
            ? chosen.Value ? CredentialKind.Managed : CredentialKind.Own
            : hindrance is not null || connectionString is not null ? CredentialKind.Own : CredentialKind.Managed;
    }

    private static CfnValue? SecretKey(CfnMap properties, DiagnosticBag diagnostics) =>
        (properties["MasterUserSecret"] as CfnMap)?["KmsKeyId"] is { } key ? KmsKeys.Arn(key, diagnostics) : null;

    private static void RejectForReplica(CfnMap properties, Located<bool>? ownSecret, DiagnosticBag diagnostics)
    {
        Location?[] written = [properties["MasterUsername"]?.Origin, properties[Password]?.Origin, properties[Manage] is CfnBoolean { Value: true } manage ? manage.Origin : null, ownSecret is { Value: true } own ? own.Origin : null];
        foreach (var origin in written.OfType<Location>())
        {
            diagnostics.Add(RdsDiagnostics.CredentialsOfReplica(origin));
        }
    }
}
