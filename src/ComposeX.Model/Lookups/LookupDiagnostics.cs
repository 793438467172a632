using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Model.Lookups;

/// <summary>Findings about existing resources and the file that remembers what was found.</summary>
public static class LookupDiagnostics
{
    public static Diagnostic NotFoundYet(string key, string name, Location location) =>
        Diagnostic.Error("CX2008", location, $"\"{name}\" of {key} is looked up, and {LookupLock.FileName} beside the compose file does not say what was found: a build never calls AWS. Add its entry to that file, or declare its Properties.");

    public static Diagnostic Stale(string key, string name, Location location) =>
        Diagnostic.Error("CX2014", location, $"The look-up of \"{name}\" of {key} has changed since {LookupLock.FileName} was written. Look it up again, and write what was found there.");

    public static Diagnostic NotInEntry(string attribute, string key, string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2015", location, $"{LookupLock.FileName} does not say the \"{attribute}\" of \"{name}\" of {key}.{Spelling.Hint(attribute, known)} It says {(known.Count == 0 ? "nothing" : string.Join(", ", known))}.");

    public static Diagnostic BadLock(string expected, Location location) =>
        Diagnostic.Error("CX2016", location, $"{LookupLock.FileName} cannot be read: {expected}.");
}
