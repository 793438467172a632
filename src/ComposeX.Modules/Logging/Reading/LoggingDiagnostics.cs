using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary>Findings about where logs go.</summary>
public static class LoggingDiagnostics
{
    public static Diagnostic BadRetention(string? text, Location location) =>
        Diagnostic.Error("CXLOGGING01", location, $"\"{text}\" is no number of days to keep logs for. Write a whole number from 1 to 3653.");

    public static Diagnostic RetentionRounded(int days, int kept, Location location) =>
        Diagnostic.Warning("CXLOGGING02", location, FormattableString.Invariant($"CloudWatch Logs cannot keep logs for exactly {days} days, so they are kept for {kept}, the next it can. Write {kept}."));

    public static Diagnostic RetentionTooLong(int days, int longest, Location location) =>
        Diagnostic.Error("CXLOGGING03", location, FormattableString.Invariant($"CloudWatch Logs cannot keep logs for {days} days; the longest is {longest}. Write {longest}, or export the logs to where they can stay."));

    public static Diagnostic BadKey(string key, Location location) =>
        Diagnostic.Error("CXLOGGING04", location, $"\"{key}\" cannot encrypt a log group: CloudWatch Logs takes a key by its ARN (arn:aws:kms:<region>:<account>:key/<id>), and no alias. Write the ARN, or x-kms::<name>.");

    public static Diagnostic TwoKeys(string family, Location other, Location location) =>
        Diagnostic.Error("CXLOGGING05", location, FormattableString.Invariant($"The containers of \"{family}\" share a log group, and it can have one key: here is another than at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Keep one."));

    public static Diagnostic LocalDriver(string driver, string service, Location location) =>
        Diagnostic.Warning("CXLOGGING06", location, $"Tasks on Fargate have no \"{driver}\": the logs of \"{service}\" go to CloudWatch Logs instead. Write \"driver: awslogs\", or keep this for running the file elsewhere and silence this warning with NoWarn.");

    public static Diagnostic HostDriver(string driver, Location location) =>
        Diagnostic.Error("CXLOGGING07", location, $"Tasks on Fargate cannot log with \"{driver}\"; they have awslogs, awsfirelens and splunk. awsfirelens reaches most of what \"{driver}\" does.");

    public static Diagnostic UnknownDriver(string driver, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXLOGGING08", location, $"ECS knows no log driver \"{driver}\".{Spelling.Hint(driver, known)} On Fargate it may be awslogs, awsfirelens or splunk.");

    public static Diagnostic UnknownOption(string option, string driver, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXLOGGING09", location, $"\"{driver}\" knows no option \"{option}\" on ECS.{Spelling.Hint(option, known)} It may be {string.Join(", ", known)}.");

    public static Diagnostic BadOption(string option, string value, string expected, Location location) =>
        Diagnostic.Error("CXLOGGING10", location, $"\"{value}\" is no value of \"{option}\". It must be {expected}.");

    public static Diagnostic Exclusive(string option, string other, Location location) =>
        Diagnostic.Error("CXLOGGING11", location, $"\"{option}\" and \"{other}\" exclude each other. Keep one.");

    public static Diagnostic MissingOption(string option, string driver, Location location) =>
        Diagnostic.Error("CXLOGGING12", location, $"\"{driver}\" needs the option \"{option}\". Add it under \"options\".");

    public static Diagnostic RetentionOfOthers(string group, Location location) =>
        Diagnostic.Warning("CXLOGGING13", location, $"These logs go to \"{group}\", which keeps its own retention, so this has no effect. Remove it, or remove \"awslogs-group\".");

    public static Diagnostic CreatedAnyway(string option, Location location) =>
        Diagnostic.Note("CXLOGGING14", location, $"\"{option}\" has no effect: the log group of the family is made with the stack.");

    public static Diagnostic SecretWrittenOut(string option, Location location) =>
        Diagnostic.Error("CXLOGGING15", location, $"\"{option}\" is a secret and would stand in the template for all to read. Give the ARN of a secret of Secrets Manager or of a parameter of Systems Manager.");

    public static Diagnostic PerhapsASecret(string option, Location location) =>
        Diagnostic.Warning("CXLOGGING16", location, $"\"{option}\" looks like a secret and stands in the template for all to read. Give the ARN of a secret of Secrets Manager or of a parameter of Systems Manager.");
}
