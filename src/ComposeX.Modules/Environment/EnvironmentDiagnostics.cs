using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Environment;

/// <summary>Findings about variables that become parameters.</summary>
public static class EnvironmentDiagnostics
{
    public static Diagnostic NoVariable(string variable, string service, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXENVIRONMENT01", location, $"\"{service}\" has no variable \"{variable}\" in its environment.{Spelling.Hint(variable, known)} Give it one there, or remove this.");

    public static Diagnostic NotLiteral(string variable, Location location) =>
        Diagnostic.Error("CXENVIRONMENT02", location, $"The value of \"{variable}\" is known to CloudFormation only, and so cannot be a parameter's default. Write the value out, or remove \"{variable}\" from SetAsParameter.");

    public static Diagnostic ListType(string type, Location location) =>
        Diagnostic.Error("CXENVIRONMENT03", location, $"A variable holds one text, and \"{type}\" is a list. Write String or Number.");
}
