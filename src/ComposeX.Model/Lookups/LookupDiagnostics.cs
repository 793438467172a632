using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Model.Lookups;

/// <summary>Findings about existing resources and the file that remembers what was found.</summary>
public static class LookupDiagnostics
{
    public static Diagnostic NotFoundYet(LockFile file, string key, string name, Location location) =>
        Diagnostic.Error("CX2008", location, $"\"{name}\" of {key} is looked up, and {file.Name} beside the compose file does not say what was found: a build never calls AWS. Run \"{file.Command}\" with credentials for the account, and commit the file.");

    public static Diagnostic Stale(LockFile file, string key, string name, Location location) =>
        Diagnostic.Error("CX2014", location, $"The look-up of \"{name}\" of {key} has changed since {file.Name} was written. Run \"{file.Command}\" to look it up again, and commit the file.");

    public static Diagnostic NotInEntry(LockFile file, string attribute, string key, string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2015", location, $"{file.Name} does not say the \"{attribute}\" of \"{name}\" of {key}.{Spelling.Hint(attribute, known)} It says {(known.Count == 0 ? "nothing" : string.Join(", ", known))}. Run \"{file.Command}\" to look it up again.");

    public static Diagnostic BadLock(LockFile file, string expected, Location location) =>
        Diagnostic.Error("CX2016", location, $"{file.Name} cannot be read: {expected}. \"{file.Command}\" writes it anew.");

    public static Diagnostic NothingToFindBy(bool isFoundByName, Location location) =>
        Diagnostic.Error("CX2031", location, $"The look-up does not say by what to find the resource: give its \"Tags\", its \"Arn\"{(isFoundByName ? ", its \"Identifier\" or its \"Name\"" : " or its \"Identifier\"")}.");

    public static Diagnostic OtherArn(string arn, string type, Location location) =>
        Diagnostic.Error("CX2032", location, $"\"{arn}\" is no ARN of {type}.");

    public static Diagnostic NoTags(Location location) =>
        Diagnostic.Error("CX2033", location, "\"Tags\" is a mapping of keys to values, or a list of such mappings; several values of one key, as a list, mean one of them.");

    public static Diagnostic NobodyKnowsHow(string key, string name, Location location) =>
        Diagnostic.Warning("CX2034", location, $"\"{name}\" of {key} cannot be looked up on AWS by this version. Write what exists with \"Use\", or its entry of {LookupLock.FileName} by hand: it stays.");

    public static Diagnostic NoRole(string arn, Location location) =>
        Diagnostic.Error("CX2035", location, $"\"{arn}\" is not the ARN of an IAM role (arn:aws:iam::123456789012:role/name).");

    public static Diagnostic NoRegion(string region, Location location) =>
        Diagnostic.Error("CX2036", location, $"\"{region}\" is not the name of a region, such as eu-west-1.");
}
