using System;
using ComposeX.Syntax;

namespace ComposeX.Modules.Iam;

/// <summary>Findings about what the user asks of a service's roles.</summary>
public static class IamDiagnostics
{
    public static Diagnostic NoPolicy(string text, Location location) =>
        Diagnostic.Error("CXIAM01", location, $"\"{text}\" names no managed policy. Write its name, such as \"team/boundary\", or its ARN, such as \"arn:aws:iam::aws:policy/ReadOnlyAccess\".");

    public static Diagnostic BoundaryConflict(string family, Location other, Location location) =>
        Diagnostic.Error("CXIAM02", location, FormattableString.Invariant($"The services of \"{family}\" share their roles, which have one permissions boundary: this one differs from that at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Keep one."));

    public static Diagnostic NoDocument(Location location) =>
        Diagnostic.Error("CXIAM03", location, "A policy without a \"PolicyDocument\" allows nothing. Give it one, with a \"Statement\", or remove the policy.");

    public static Diagnostic NameInDocument(string name, Location location) =>
        Diagnostic.Warning("CXIAM04", location, $"\"PolicyName\" belongs beside \"PolicyDocument\", not into it; \"{name}\" is taken from there. Move it up.");

    public static Diagnostic NoName(string name, Location location) =>
        Diagnostic.Warning("CXIAM05", location, $"The policy has no \"PolicyName\", so it is named \"{name}\" by its place in the list: another one before it would rename it. Name it.");

    public static Diagnostic BadName(string name, Location location) =>
        Diagnostic.Error("CXIAM06", location, $"\"{name}\" cannot name a policy: IAM takes letters, digits and _ + = , . @ -, 128 at most. Rename it.");

    public static Diagnostic SameName(string name, string family, Location other, Location location) =>
        Diagnostic.Error("CXIAM07", location, FormattableString.Invariant($"The task role of \"{family}\" gets two policies named \"{name}\" that differ: this one and that at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Rename one, or make them the same."));
}
