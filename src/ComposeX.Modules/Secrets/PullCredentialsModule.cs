using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary><c>x-aws-pull_credentials</c> of a service: the secret with user name and password for a private registry.</summary>
public sealed class PullCredentialsModule : ServiceModule
{
    private const string CredentialsKey = "x-aws-pull_credentials";
    private const string Declared = "secrets::";

    public override IReadOnlyList<string> Keys { get; } = [CredentialsKey];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics) => new()
    {
        Contributions = [.. family.Services.SelectMany(service => Of(family, service, surroundings, diagnostics))],
    };

    private static IEnumerable<Contribution> Of(Family family, ComposeService service, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (service.Key(CredentialsKey) is not { } key || Read(key, surroundings, diagnostics) is not { } secret)
        {
            return [];
        }

        var cfn = new Cfn(key.Value.Location);
        // ECS takes a whole ARN here, or else the name.
        var credentials = cfn.Map(("CredentialsParameter", secret.Address.Name ?? secret.Address.Arn));
        return [new SetOnContainer(family, [service.Name], "RepositoryCredentials", credentials, cfn.Origin), .. SecretGrants.Of(family, secret, FamilyRole.Execution, cfn.Origin)];
    }

    private static Secret? Read(YamlEntry key, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (key.Value is not YamlScalar scalar)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(key.Name, "the ARN of a secret, or secrets::name", key.Value.Location));
            return null;
        }

        var secret = scalar.Text.StartsWith(Declared, StringComparison.Ordinal)
            ? OfDeclared(scalar.Text.Substring(Declared.Length), scalar.Location, surroundings, diagnostics)
            : OfArn(scalar, diagnostics);
        if (secret is not { Address.IsParameter: true })
        {
            return secret;
        }

        diagnostics.Add(SecretsDiagnostics.NoCredentials(scalar.Text, scalar.Location));
        return null;
    }

    private static Secret? OfDeclared(string name, Location origin, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (surroundings.Project.Secrets.FirstOrDefault(secret => string.Equals(secret.Key, name, StringComparison.Ordinal)) is { } declared)
        {
            return new SecretReader(surroundings.Lookups, diagnostics).Read(declared);
        }

        diagnostics.Add(SecretsDiagnostics.UnknownSecret(name, [.. surroundings.Project.Secrets.Select(secret => secret.Key)], origin));
        return null;
    }

    private static Secret? OfArn(YamlScalar scalar, DiagnosticBag diagnostics)
    {
        if (!scalar.Text.StartsWith("arn:", StringComparison.Ordinal) && PropertiesReader.ReadReference(scalar.Text, scalar.Location) is null)
        {
            diagnostics.Add(SecretsDiagnostics.NoCredentials(scalar.Text, scalar.Location));
            return null;
        }

        return SecretAddress.ReadArn(new Located<string>(scalar.Text, scalar.Location), false, diagnostics) is { } address
            ? new(CredentialsKey, address, null, null, [], true, false)
            : null;
    }
}
