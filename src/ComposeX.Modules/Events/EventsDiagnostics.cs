using System;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>Findings about rules of EventBridge.</summary>
public static class EventsDiagnostics
{
    public static Diagnostic NeverRuns(string rule, Location location) =>
        Diagnostic.Error("CXEVENTS01", location, $"Nothing says when the rule \"{rule}\" runs. Give its Properties a \"ScheduleExpression\" such as rate(1 hour), or an \"EventPattern\".");

    public static Diagnostic NoTarget(string rule, Location location) =>
        Diagnostic.Warning("CXEVENTS02", location, $"The rule \"{rule}\" does nothing when it runs. Name a service under \"Services\", or give its Properties \"Targets\".");

    public static Diagnostic BadSchedule(string schedule, string fault, string? correction, Location location) =>
        Diagnostic.Error("CXEVENTS03", location, $"\"{schedule}\" is no schedule of EventBridge: {fault}. {(correction is null ? "Write one such as rate(5 minutes) or cron(0 8 * * ? *), in UTC." : $"Did you mean {correction}?")}");

    public static Diagnostic NoPattern(string text, Location location) =>
        Diagnostic.Error("CXEVENTS04", location, $"\"{text}\" is no pattern of events, which is an object in JSON. Write {{\"source\": [\"aws.s3\"]}}, or the same as a mapping.");

    public static Diagnostic NotAList(string name, Location location) =>
        Diagnostic.Error("CXEVENTS05", location, $"EventBridge compares \"{name}\" with a list of values. Put brackets around this one.");

    public static Diagnostic ManyTargets(string rule, int count, int most, Location location) =>
        Diagnostic.Error("CXEVENTS06", location, FormattableString.Invariant($"The rule \"{rule}\" has {count} targets, and EventBridge takes {most}. Declare a second rule with the same schedule or pattern for some of them."));

    public static Diagnostic SameTask(string service, string other, string family, Location location) =>
        Diagnostic.Warning("CXEVENTS07", location, $"\"{service}\" and \"{other}\" are in one task, which the rule runs as \"{other}\" says, and not twice. Name the family \"{family}\" once.");

    public static Diagnostic NoCount(long count, Location location) =>
        Diagnostic.Error("CXEVENTS08", location, FormattableString.Invariant($"{count} is no number of tasks to run. \"TaskCount\" is a whole number from 1 up."));

    public static Diagnostic ExistsAlready(string rule, Location location) =>
        Diagnostic.Error("CXEVENTS09", location, $"\"{rule}\" cannot be a rule that exists already: there is nothing to refer to, and it is not changed. Declare its Properties.");

    public static Diagnostic KeptAndDropped(string family, Location location) =>
        Diagnostic.Error("CXEVENTS10", location, $"Another rule removes the ECS service of \"{family}\", and this one keeps it. Say the same in both.");

    public static Diagnostic RunsAlways(string family, Location location) =>
        Diagnostic.Note("CXEVENTS11", location, $"\"{family}\" runs all the time as an ECS service too, and this rule starts more of its tasks. Write \"DeleteDefaultService: true\" if only the rule is to start them, or false if both are meant.");

    public static Diagnostic IdTaken(string id, Location location) =>
        Diagnostic.Error("CXEVENTS12", location, $"A target of this rule is called \"{id}\" already: the tasks of that family. Give this one another \"Id\".");

    public static Diagnostic LongName(string rule, int length, int most, Location location) =>
        Diagnostic.Error("CXEVENTS13", location, FormattableString.Invariant($"The name of the rule \"{rule}\" would have {length} characters, with the stack's name before it, and EventBridge takes {most}. Give its Properties a shorter \"Name\"."));

    public static Diagnostic SameName(string name, string other, Location location) =>
        Diagnostic.Error("CXEVENTS14", location, $"The rule \"{other}\" is called \"{name}\" too, and an event bus has one rule of a name. Rename one, or leave \"Name\" out.");

    public static Diagnostic ScheduleOnOtherBus(Location location) =>
        Diagnostic.Error("CXEVENTS15", location, "EventBridge runs schedules on the account's default event bus only. Remove \"EventBusName\", or the schedule.");
}
