using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Model.Reading;

/// <summary>Findings about what a compose file means as an application.</summary>
public static class ModelDiagnostics
{
    public static Diagnostic UnknownKey(string key, IReadOnlyList<string> known, string context, Location location)
    {
        var start = context.Length == 0 ? $"\"{key}\" is not known here." : $"{context}: \"{key}\" is not known.";
        var choice = known.Count == 0 ? "" : $" It may be {string.Join(", ", known)}.";
        return Diagnostic.Error("CX2001", location, start + Spelling.Hint(key, known) + choice);
    }

    public static Diagnostic WrongKind(string key, string expected, Location location) =>
        Diagnostic.Error("CX2002", location, $"\"{key}\" must be {expected}.");

    public static Diagnostic UnknownModule(string key, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Warning("CX2003", location, $"No module knows \"{key}\", so nothing is made of it.{Spelling.Hint(key, known)}");

    public static Diagnostic UnknownTarget(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2004", location, $"There is no service or family \"{name}\".{Spelling.Hint(name, known)}");

    public static Diagnostic UnknownAccess(string access, string key, IReadOnlyList<string> known, Location location) => UnknownAccess(access, key, known, known, location);

    /// <param name="known">The module's own sets.</param>
    /// <param name="all">These, and the templates that it takes beside them.</param>
    public static Diagnostic UnknownAccess(string access, string key, IReadOnlyList<string> known, IReadOnlyList<string> all, Location location) => NoSuchAccess(location, known.Count == 0
        ? $"{key} has no access sets, so \"{access}\" cannot be granted. Remove \"Access\"."
        : $"{key} has no access set \"{access}\".{Spelling.Hint(access, all)} It offers {string.Join(", ", known)}.");

    /// <param name="owner">The x-key that the template is about, or null when none is.</param>
    public static Diagnostic TemplateOfOthers(string template, string? owner, string key, IReadOnlyList<string> known, Location location)
    {
        var offers = known.Count == 0 ? $"{key} has no access sets." : $"{key} offers {string.Join(", ", known)}.";
        return NoSuchAccess(location, owner == key ? $"\"{template}\" is about all sides of a resource. Write \"Access: {template}\"."
            : owner is null ? $"\"{template}\" is a policy template of AWS SAM that {key} cannot grant on one resource. {offers} For anything else write the statements under \"x-iam\" of the service."
            : $"\"{template}\" is a policy template of AWS SAM for {owner}, and this is {key}. {offers}");
    }

    public static Diagnostic UnknownAttribute(string attribute, string key, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2006", location, $"{key} has no attribute \"{attribute}\".{Spelling.Hint(attribute, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic UnknownDeclaration(string key, string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2007", location, $"\"{name}\" is not declared under {key}.{Spelling.Hint(name, known)}");

    /// <summary>An older spelling that is still read.</summary>
    public static Diagnostic OlderSpelling(string old, string today, Location location) =>
        Diagnostic.Note("CX2017", location, $"\"{old}\" is the spelling of 2020 and is still read. Write {today} instead.");

    public static Diagnostic BadDeletionPolicy(string policy, Location location) =>
        Diagnostic.Error("CX2009", location, $"\"{policy}\" is no deletion policy. It may be Delete, Retain, RetainExceptOnCreate or Snapshot.");

    public static Diagnostic InvalidStackName(string name, Location location) =>
        Diagnostic.Error("CX2010", location, $"\"{name}\" cannot name a stack: CloudFormation takes a letter, then letters, digits and hyphens, 128 at most. Set EcsStackName to such a name.");

    public static Diagnostic NothingToBuild(Location location) =>
        Diagnostic.Error("CX2011", location, "There is neither a service nor an x-resource to make anything of. Add a service under \"services\", or activate a profile with EcsProfiles.");

    public static Diagnostic VariableSetTwice(string variable, string container, Location other, Location location) =>
        Diagnostic.Error("CX2012", location, FormattableString.Invariant($"The variable \"{variable}\" of \"{container}\" is set twice: here and at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Remove one, or give this value another name with ReturnValues."));

    public static Diagnostic UnknownSide(string side, string key, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2022", location, known.Count == 0
            ? $"\"Access\" of {key} is the name of one access set, so \"{side}\" is nothing to give access to. Write \"Access: <name>\"."
            : $"{key} has no \"{side}\" to give access to.{Spelling.Hint(side, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic BadVariable(string name, Location location) =>
        Diagnostic.Error("CX2023", location, $"\"{name}\" is no name of an environment variable: letters, digits and underscores. For a section of .NET's configuration write two underscores, as in ConnectionStrings__orders.");

    public static Diagnostic NoSubnets(string set, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2024", location, $"The network has no subnets \"{set}\".{Spelling.Hint(set, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic NotReachable(string family, string name, Location location) =>
        Diagnostic.Warning("CX2025", location, $"The tasks of \"{family}\" run outside of AWS and are in no VPC, so no rule lets them reach \"{name}\". Connect their network to the VPC, or run them on AWS.");

    public static Diagnostic ManyRules(string name, int count, int most, Location location) =>
        Diagnostic.Warning("CX2026", location, FormattableString.Invariant($"{count} families reach \"{name}\", and a security group has room for {most} rules until AWS raises that. Let some of them share a family, or ask AWS for more rules."));

    public static Diagnostic NoImports(string key, Location location) =>
        Diagnostic.Error("CX2027", location, $"Who uses a resource of {key} must know more of it than its stack exports: the security group, the secret. Write \"Lookup\" in place of \"Use: !ImportValue\".");

    public static Diagnostic IgnoredBesideImport(string key, string name, Location location) =>
        Diagnostic.Warning("CX2028", location, $"\"{name}\" is made by another project, so nothing is made of \"{key}\". Remove it, or remove \"Use\".");

    public static Diagnostic NoNetwork(Location location) =>
        Diagnostic.Error("CX2013", location, "The services need a VPC, and EcsCreateVpc forbids creating one. Name an existing one with x-vpc: Use, or allow creating one.");

    private static Diagnostic NoSuchAccess(Location location, string text) => Diagnostic.Error("CX2005", location, text);
}
