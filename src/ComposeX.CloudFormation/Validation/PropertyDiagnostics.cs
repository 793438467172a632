using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What can be wrong with a resource's type and properties, as AWS publishes them.</summary>
public static class PropertyDiagnostics
{
    public static Diagnostic UnknownType(string type, Location place, IEnumerable<string> known) => Diagnostic.Error("CX4002", place,
        $"AWS publishes no resource type \"{type}\".{Spelling.Hint(type, known)}");

    public static Diagnostic UnknownProperty(string name, string owner, Location place, IReadOnlyCollection<string> known) => Diagnostic.Error("CX4003", place,
        $"{owner} has no property \"{name}\".{Spelling.Hint(name, known)}{Choice.Of(" It has ", known)}");

    public static Diagnostic WrongKind(string path, string found, string expected, Location place) => Diagnostic.Error("CX4004", place,
        $"\"{path}\" must be {expected}, not {found}.");

    public static Diagnostic Missing(string name, string owner, Location place) => Diagnostic.Error("CX4005", place,
        $"{owner} needs \"{name}\".");

    public static Diagnostic NotAllowed(string path, string value, IReadOnlyList<string> allowed, Location place) => Diagnostic.Error("CX4006", place,
        $"\"{path}\" cannot be \"{value}\".{(Numbers.IsNumber(value) ? "" : Spelling.Hint(value, allowed))}{Choice.Of(" It can be ", allowed, Choice.Values)}");

    public static Diagnostic PatternMismatch(string path, string value, string pattern, Location place) => Diagnostic.Error("CX4007", place,
        $"\"{path}\" cannot be \"{value}\": it must match \"{pattern.Replace("\\z", "$")}\".");

    public static Diagnostic WrongLength(string path, int length, int? minimum, int? maximum, Location place) => Diagnostic.Error("CX4008", place,
        FormattableString.Invariant($"\"{path}\" is {length} characters long; it must have {Range(minimum, maximum)}."));

    public static Diagnostic OutOfRange(string path, string value, string? minimum, string? maximum, Location place) => Diagnostic.Error("CX4009", place,
        $"\"{path}\" cannot be {value}: it must be {Range(minimum, maximum)}.");

    public static Diagnostic WrongCount(string path, int count, int? minimum, int? maximum, Location place) => Diagnostic.Error("CX4010", place,
        FormattableString.Invariant($"\"{path}\" has {count} items; it must have {Range(minimum, maximum)}."));

    public static Diagnostic DuplicateItem(string path, string value, Location place) => Diagnostic.Error("CX4011", place,
        $"\"{value}\" is in \"{path}\" twice.");

    public static Diagnostic ReadOnly(string name, string owner, Location place) => Diagnostic.Error("CX4012", place,
        $"\"{name}\" of {owner} is what AWS returns; it cannot be set.");

    public static Diagnostic WrongResult(string path, string function, string found, string expected, Location place) => Diagnostic.Error("CX4015", place,
        $"\"{path}\" must be {expected}, and \"{function}\" gives {found} here.");

    private static string Range<T>(T? minimum, T? maximum) => (minimum, maximum) switch
    {
        (null, _) => FormattableString.Invariant($"at most {maximum}"),
        (_, null) => FormattableString.Invariant($"at least {minimum}"),
        _ => FormattableString.Invariant($"from {minimum} to {maximum}"),
    };
}
