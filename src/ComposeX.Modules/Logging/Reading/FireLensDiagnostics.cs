using System;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary>Findings about logs that go through a router.</summary>
public static class FireLensDiagnostics
{
    public static Diagnostic NotRouted(string service, string driver, Location location) =>
        Diagnostic.Warning("CXLOGGING20", location, $"\"{service}\" logs with \"{driver}\", so nothing of it goes through FireLens. Write \"driver: awsfirelens\", or remove \"FireLens\".");

    public static Diagnostic ShorthandsAndAdvanced(Location location) =>
        Diagnostic.Error("CXLOGGING21", location, "\"Shorthands\" and \"Advanced\" exclude each other. Keep one.");

    public static Diagnostic NoDestination(string service, Location location) =>
        Diagnostic.Error("CXLOGGING22", location, $"Nothing says where FireLens sends the logs of \"{service}\". Add the option \"Name\" of a Fluent Bit output, or delivery_stream, log_group_name, stream or bucket.");

    public static Diagnostic SeveralDestinations(string one, string other, Location location) =>
        Diagnostic.Error("CXLOGGING23", location, $"\"{one}\" and \"{other}\" are two destinations. Make each an entry of its own under \"ComposeXManagedAwsDestinations\".");

    public static Diagnostic BadRole(string role, Location location) =>
        Diagnostic.Error("CXLOGGING24", location, $"\"{role}\" is no ARN of a role. It looks like arn:aws:iam::<account>:role/<name>.");

    public static Diagnostic NoSourceFile(string path, Location location) =>
        Diagnostic.Error("CXLOGGING25", location, $"There is no file \"{path}\" in the project. Paths are relative to the project's directory.");

    public static Diagnostic NoParserFile(string path, Location location) =>
        Diagnostic.Warning("CXLOGGING26", location, $"There is no file \"{path}\" in the project, so the router's image is expected to have it. Correct the path, which is relative to the project's directory, or write an absolute one.");

    public static Diagnostic OptionLost(string option, Location location) =>
        Diagnostic.Warning("CXLOGGING27", location, $"FireLens has nothing like \"{option}\", so it has no effect with \"ReplaceAwsLogs\". Remove it.");

    public static Diagnostic NameTaken(string name, Location location) =>
        Diagnostic.Error("CXLOGGING28", location, $"The log router of this task is a container called \"{name}\". Give this service another name.");

    public static Diagnostic FluentdIsTheUsers(string what, Location location) =>
        Diagnostic.Error("CXLOGGING29", location, $"A router of the type fluentd brings its own image and configuration: {what}. Set \"DockerImageOverride\" and keep to \"FirelensConfiguration\", or use fluentbit.");

    public static Diagnostic SaidTwice(string key, string family, Location other, Location location) =>
        Diagnostic.Error("CXLOGGING30", location, FormattableString.Invariant($"The containers of \"{family}\" share a log router, and \"{key}\" differs here from {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Keep one."));

    public static Diagnostic TooLarge(string family, Location location) =>
        Diagnostic.Error("CXLOGGING31", location, $"The log router's configuration for \"{family}\" is more than a task definition can carry. Put it into an image, and name that with \"DockerImageOverride\" and its file with \"config-file-value\".");
}
