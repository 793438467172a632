using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Findings;

/// <summary>What can be wrong with what a project file asks for.</summary>
public static class BuildDiagnostics
{
    public static Diagnostic Unexpected(string file, string reason) => Diagnostic.Error("CX5001", Location.OfFile(file),
        $"ComposeX.Build itself failed: {reason} Nothing in the project need be wrong. Please report it, with what \"dotnet build -v:diag\" says about it.");

    public static Diagnostic UnknownValue(string file, string property, string value, IReadOnlyList<string> allowed) => Diagnostic.Error("CX5002", Location.OfFile(file),
        $"The property \"{property}\" is \"{value}\"; it can be \"{string.Join("\" or \"", allowed)}\".{Spelling.Hint(value, allowed)}");

    public static Diagnostic MissingFile(string file, string item, string path) => Diagnostic.Error("CX5003", Location.OfFile(file),
        $"There is no file \"{path}\", which an \"{item}\" item names. Correct the path; it is relative to the project's folder.");

    public static Diagnostic InvalidStackName(string file, string name) => Diagnostic.Error("CX5004", Location.OfFile(file),
        $"The property \"EcsStackName\" is \"{name}\". CloudFormation's stack names start with a letter, have letters, digits and dashes only, and at most 128 of them.");

    public static Diagnostic InvalidEnvironment(string file, string name) => Diagnostic.Error("CX5020", Location.OfFile(file),
        $"The property \"EcsEnvironment\" is \"{name}\". An environment's name becomes part of file names and of the stack's name: letters, digits and dashes between them, at most 32, such as \"prod\".");

    public static Diagnostic MissingEnvironment(string file, string name, string folder, string stem, IReadOnlyList<string> known) => Diagnostic.Error("CX5021", Location.OfFile(file),
        $"Nothing belongs to the environment \"{name}\", which \"EcsEnvironment\" names: \"{folder}\" has neither \"{stem}.{name}.yml\" nor \".env.{name}\".{Spelling.Hint(name, known)}{(known.Count == 0 ? "" : $" There are files for: {string.Join(", ", known)}.")} Where nothing differs in this environment, an empty \".env.{name}\" says so.");

    public static Diagnostic InvalidBoundary(string file, string policy) => Diagnostic.Error("CX5022", Location.OfFile(file),
        $"The property \"EcsPermissionsBoundary\" is \"{policy}\". It is the name of a policy in the account, or a policy's ARN (arn:aws:iam::123456789012:policy/name).");

    public static Diagnostic LockIsOld(Location location, string attribute, string was, string now, string command) => Diagnostic.Warning("CX5023", location,
        $"{attribute} is \"{was}\" here, and on AWS it is \"{now}\" by now. What is deployed is what stands here. Run \"{command}\" and commit the file, if it should be the other.");

    public static Diagnostic MissingModule(string file, string path) => Diagnostic.Error("CX5006", Location.OfFile(file),
        $"There is no file \"{path}\", which an \"EcsModule\" item names. Correct the path; it is relative to the project's folder. If a project builds it, reference that project with OutputItemType=\"EcsModule\" and ReferenceOutputAssembly=\"false\", so that it is built first.");

    public static Diagnostic NotAModule(string file, string path, string reason) => Diagnostic.Error("CX5007", Location.OfFile(file),
        $"\"{path}\", which an \"EcsModule\" item names, cannot be loaded as a .NET assembly: {reason} Name an assembly (.dll) that holds a module.");

    public static Diagnostic DeployEnded(string file, int exitCode) => Diagnostic.Error("CX5005", Location.OfFile(file),
        FormattableString.Invariant($"The deployment ended with code {exitCode} and did not say why. Run it again with \"-v:detailed\"; a deployment that was cut off can be repeated."));

    public static Diagnostic LookupEnded(string file, int exitCode) => Diagnostic.Error("CX5008", Location.OfFile(file),
        FormattableString.Invariant($"The look-up ended with code {exitCode} and did not say why. Run it again with \"-v:detailed\"."));
}
