using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>Findings about keys.</summary>
public static class KmsDiagnostics
{
    public static Diagnostic AliasOfAws(string alias, Location location) =>
        Diagnostic.Error("CXKMS01", location, $"\"{alias}\": aliases below \"alias/aws\" are AWS's own. Choose another name.");

    public static Diagnostic BadAlias(string alias, Location location) =>
        Diagnostic.Error("CXKMS02", location, $"KMS takes no alias \"{alias}\": letters, digits, hyphens, underscores and slashes. Choose such a name.");

    public static Diagnostic CannotRotate(string property, Location location) =>
        Diagnostic.Error("CXKMS03", location, $"KMS replaces the material of symmetric keys that it made itself, and of no other. Remove \"{property}\".");

    public static Diagnostic WrongUsage(string usage, string spec, IReadOnlyList<string> usages, Location location) =>
        Diagnostic.Error("CXKMS04", location, $"A key of \"{spec}\" has no usage \"{usage}\".{Spelling.Hint(usage, usages)} It may be {string.Join(" or ", usages)}.");

    public static Diagnostic NoUsage(string spec, IReadOnlyList<string> usages, Location location) =>
        Diagnostic.Error("CXKMS05", location, $"A key of \"{spec}\" has one of several usages, for good. Set \"KeyUsage\" to {string.Join(" or ", usages)}.");

    public static Diagnostic AccessOfOtherUsage(string access, string wanted, string usage, Location location) =>
        Diagnostic.Warning("CXKMS06", location, $"\"{access}\" is of keys for {wanted}, and this one is for {usage}: KMS will refuse what the service asks. Choose another access set, or another \"KeyUsage\".");

    public static Diagnostic AliasIsNoKey(string alias, string attribute, Location location) =>
        Diagnostic.Error("CXKMS07", location, $"\"{alias}\" is an alias, and the \"{attribute}\" of its key is wanted here: a policy that names an alias allows nothing. Write the key's id or ARN after \"Use\", or find it with \"Lookup\".");

    public static Diagnostic NoKey(string text, Location location) =>
        Diagnostic.Error("CXKMS08", location, $"\"{text}\" is no key. Write its id, its ARN, or an alias (alias/...) after \"Use\".");

    internal static Diagnostic MissingInPolicy(string key, KeyUser user, Location location) =>
        Diagnostic.Warning("CXKMS09", location, $"The policy of \"{key}\" does not let {user.PrincipalText} use the key, which it must to {user.Purpose}. Add a statement that allows it {string.Join(", ", user.Actions)}, or remove \"KeyPolicy\": then the key gets one that does.");

    public static Diagnostic WithoutIam(string key, string service, Location location) =>
        Diagnostic.Warning("CXKMS10", location, $"\"{service}\" gets its access to \"{key}\" from IAM, and the key's policy leaves nothing to IAM. Add a statement that allows the account (arn:...:root) what its services need, or remove \"KeyPolicy\": then the key gets one that does.");

    internal static Diagnostic PolicyElsewhere(string key, KeyUser user, Location location) =>
        Diagnostic.Note("CXKMS11", location, $"{user.PrincipalText} must use the key \"{key}\" to {user.Purpose}. That key exists already, so see to it that its policy allows {string.Join(", ", user.Actions)}.");

    public static Diagnostic NoAlias(string key, Location location) =>
        Diagnostic.Error("CXKMS12", location, $"The key \"{key}\" has no alias. Give it one: \"Alias\" under \"MacroParameters\".");

    public static Diagnostic KeyHasNoAlias(string key, Location location) =>
        Diagnostic.Error("CXKMS12", location, $"What aliases the key \"{key}\" has is not known here. Write one after \"Use\", or take another attribute.");

    public static Diagnostic AliasOfExisting(string alias, string key, Location location) =>
        Diagnostic.Warning("CXKMS13", location, $"The key \"{key}\" exists already, so no alias \"{alias}\" is made for it. Remove \"Alias\".");

    public static Diagnostic TwoAliases(string alias, string other, Location location) =>
        Diagnostic.Error("CXKMS14", location, $"The key has the alias \"{alias}\" under \"MacroParameters\" and \"{other}\" here. Keep the former.");

    public static Diagnostic PeriodWithoutRotation(Location location) =>
        Diagnostic.Warning("CXKMS15", location, "\"RotationPeriodInDays\" means nothing while \"EnableKeyRotation\" is false. Remove one of them.");

    public static Diagnostic NotSymmetric(string key, string purpose, Location location) =>
        Diagnostic.Error("CXKMS16", location, $"The key \"{key}\" cannot {purpose}: AWS's services encrypt with symmetric keys only. Remove \"KeySpec\" from it, or name another key.");
}
