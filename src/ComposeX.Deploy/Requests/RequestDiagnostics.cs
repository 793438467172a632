using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Requests;

/// <summary>Findings about the request file; its writer is the SDK's task, so they are reported at the request.</summary>
internal static class RequestDiagnostics
{
    public static Diagnostic Unreadable(Location place, string reason) =>
        Diagnostic.Error("CX6001", place, $"The deploy request cannot be read: {reason}");

    public static Diagnostic UnknownMember(Location place, string member, IEnumerable<string> known) =>
        Diagnostic.Error("CX6002", place, $"\"{member}\" is not a member of a deploy request.{Spelling.Hint(member, known)}");

    public static Diagnostic WrongValue(Location place, string member, string expected) =>
        Diagnostic.Error("CX6003", place, $"The member \"{member}\" must be {expected}.");

    public static Diagnostic MissingMember(Location place, string member, string operation) =>
        Diagnostic.Error("CX6004", place, $"The member \"{member}\" is missing; \"{operation}\" needs it.");

    public static Diagnostic BadStackName(Location place, string name) =>
        Diagnostic.Error("CX6005", place, $"\"{name}\" cannot be a stack's name: a letter, then letters, digits and hyphens, at most 128 in all.");

    public static Diagnostic MissingVariable(Location place, string variable, string parameter) =>
        Diagnostic.Error("CX6006", place, $"The environment variable \"{variable}\" that should hold the parameter \"{parameter}\" is not set.");

    public static Diagnostic NotConfirmed(Location place, string stackName) =>
        Diagnostic.Error("CX6007", place, $"Nothing was deleted: to destroy the stack \"{stackName}\", confirm it by its name with \"-p:EcsDestroyStack={stackName}\" (\"confirmStackName\" of the request).");
}
