using System;
using System.IO;
using System.Reflection;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Rooms;

/// <summary>Findings about modules that are not ComposeX.Build's own.</summary>
public static class RoomDiagnostics
{
    public static Diagnostic NoModule(string file, Location location) =>
        Diagnostic.Error("CX2501", location, $"\"{file}\" has no module: no class in it derives from \"Module\" or \"ServiceModule\" of ComposeX.Model. Name the assembly that has one in \"EcsModule\".");

    public static Diagnostic DoesNotFit(string file, Exception exception, Location location) =>
        Diagnostic.Error("CX2502", location, $"\"{file}\" does not fit this version of ComposeX.Build: {Sentence(exception)} Build it against ComposeX.Model {Version}, and have what else it needs beside it.");

    public static Diagnostic KeyTaken(string key, string file, string owner, Location location) =>
        Diagnostic.Error("CX2503", location, $"\"{file}\" brings a module for \"{key}\", which {owner} has already. Remove one of them, or give it another key.");

    public static Diagnostic BadKey(string key, string type, string file, Location location) =>
        Diagnostic.Error("CX2504", location, $"\"{type}\" in \"{file}\" is a module for \"{key}\". A key begins with \"x-\" and goes on with lower-case letters, digits, hyphens and underscores, such as \"x-mq\".");

    public static Diagnostic CannotBeMade(string type, string file, string reason, Location location) =>
        Diagnostic.Error("CX2505", location, $"The module \"{type}\" in \"{file}\" cannot be made: {reason} Its author must mend it.");

    /// <param name="what">What the module was about: <c>x-mq::orders</c>, or a service's name.</param>
    public static Diagnostic Failed(string what, string file, Exception exception, Location location) => IsMisfit(exception)
        ? DoesNotFit(file, exception, location)
        : Diagnostic.Error("CX2506", location, $"The module in \"{file}\" failed at \"{what}\" ({exception.GetType().Name}): {Sentence(exception)} Its author must mend it; whatever stands here should at most be refused with a reason.");

    /// <summary>A message as a sentence, the cause in place of what merely carries it.</summary>
    public static string Sentence(Exception exception)
    {
        var message = Cause(exception).Message.Trim().Replace("\r", "").Replace('\n', ' ');
        return message.Length > 0 && message[message.Length - 1] == '.' ? message : message + ".";
    }

    /// <summary>Whether a type or member was not there that the module was built with.</summary>
    public static bool IsMisfit(Exception exception) =>
        Cause(exception) is TypeLoadException or MissingMemberException or BadImageFormatException or FileLoadException || IsMissingAssembly(Cause(exception));

    // Else it is some file that the module reads.
    private static bool IsMissingAssembly(Exception exception) =>
        exception is FileNotFoundException { FileName: { } name } && name.Contains(", Version=");

    private static string Version => typeof(Model.Seam.Module).Assembly.GetName().Version?.ToString(3) ?? "";

    private static Exception Cause(Exception exception) =>
        exception is TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner ? Cause(inner) : exception;
}
