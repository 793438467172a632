using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Findings about secrets. None of them ever says a secret's value.</summary>
public static class SecretsDiagnostics
{
    public static Diagnostic NowhereOnAws(string secret, string why, Location location) =>
        Diagnostic.Warning("CXSECRETS01", location, $"The secret \"{secret}\" {why}, and its value is never put into a template, so no container gets it. Create it in AWS Secrets Manager and write its name as \"x-secrets: {{Name: …}}\", or as \"external: true\" with \"name\".");

    public static Diagnostic NoAddress(string secret, Location location) =>
        Diagnostic.Error("CXSECRETS02", location, $"\"x-secrets\" of \"{secret}\" does not say which secret it is. Write Name (a name or an ARN in Secrets Manager), Parameter (of the SSM Parameter Store), or Lookup.");

    public static Diagnostic TwoAddresses(string secret, Location location) =>
        Diagnostic.Error("CXSECRETS03", location, $"\"x-secrets\" of \"{secret}\" says both where the secret is in Secrets Manager and \"Parameter\", which is of the SSM Parameter Store. Keep one.");

    public static Diagnostic BadAddress(string text, Location location) =>
        Diagnostic.Error("CXSECRETS04", location, $"\"{text}\" names neither a secret of Secrets Manager nor a parameter of the SSM Parameter Store. Write its name (letters, digits and / _ + = . @ -) or its ARN.");

    public static Diagnostic LooksComplete(string name, Location location) =>
        Diagnostic.Warning("CXSECRETS05", location, $"Secrets Manager may not find \"{name}\": a hyphen and six characters at its end look like the end of an ARN. Write the secret's whole ARN.");

    public static Diagnostic BadKey(string key, Location location) =>
        Diagnostic.Error("CXSECRETS06", location, $"\"{key}\" is no KMS key that a permission can be given for: an alias may change what it stands for. Write the key's ARN or id, or x-kms::name::Arn.");

    public static Diagnostic UnknownRole(string role, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSECRETS07", location, $"\"{role}\" is no role of a task.{Spelling.Hint(role, known)} It may be {string.Join(" or ", known)}.");

    public static Diagnostic NotHandedOver(string secret, Location location) =>
        Diagnostic.Warning("CXSECRETS08", location, $"Without EcsExecutionRole, ECS cannot read \"{secret}\" and hand over its keys, so \"JsonKeys\" has no effect. Add EcsExecutionRole to LinksTo, or remove the keys.");

    public static Diagnostic UnknownTransform(string transform, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSECRETS09", location, $"\"{transform}\" is no transformation of a name.{Spelling.Hint(transform, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic NoSecretKey(Location location) =>
        Diagnostic.Error("CXSECRETS10", location, "An entry of \"JsonKeys\" needs the \"SecretKey\" in the secret's JSON that it is about.");

    public static Diagnostic BadVariable(string name, Location location) =>
        Diagnostic.Error("CXSECRETS11", location, $"\"{name}\" cannot name a variable of a container. Write letters, digits and underscores with \"VarName\".");

    public static Diagnostic SameVariable(string variable, string container, Location other, Location location) =>
        Diagnostic.Error("CXSECRETS12", location, FormattableString.Invariant($"\"{container}\" gets two secrets as the variable \"{variable}\": this one and that at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Give one another name with VarName."));

    public static Diagnostic NoKeys(string secret, Location location) =>
        Diagnostic.Error("CXSECRETS13", location, $"\"{secret}\" is a parameter of the SSM Parameter Store, which knows no keys within a value. Remove \"JsonKeys\", or keep the secret in Secrets Manager.");

    public static Diagnostic NotAFile(string attribute, string secret, Location location) =>
        Diagnostic.Warning("CXSECRETS14", location, $"ECS hands \"{secret}\" over as a variable and never as a file, so \"{attribute}\" has no effect. Read the variable, and remove \"{attribute}\".");

    public static Diagnostic SecretInPlainText(string variable, string service, Location location) =>
        Diagnostic.Warning("CXSECRETS15", location, $"The value of \"{variable}\" of \"{service}\" looks like a secret, and everybody who may read the template or the task definition will read it. Keep it in Secrets Manager, declare it under \"secrets\" with x-secrets, and hand it to the service with \"secrets\".");

    public static Diagnostic NoCredentials(string text, Location location) =>
        Diagnostic.Error("CXSECRETS16", location, $"\"{text}\" names no secret with credentials. Write the ARN of a secret in Secrets Manager, or secrets::name for one that is declared under \"secrets\".");

    public static Diagnostic UnknownSecret(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSECRETS17", location, $"There is no secret \"{name}\" under \"secrets\".{Spelling.Hint(name, known)}");
}
