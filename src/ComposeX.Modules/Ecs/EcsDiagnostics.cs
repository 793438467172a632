using System;
using System.Collections.Generic;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>Findings about what tasks run on and how they are rolled out.</summary>
public static class EcsDiagnostics
{
    public static Diagnostic UnknownChoice(string key, string value, IReadOnlyList<string> choices, Location location) =>
        Diagnostic.Error("CXECS01", location, $"\"{value}\" is no value of \"{key}\".{Spelling.Hint(value, choices)} It may be {string.Join(", ", choices)}.");

    public static Diagnostic Disagreement(string key, string value, string family, Location other, Location location) =>
        Diagnostic.Error("CXECS02", location, FormattableString.Invariant($"The services of \"{family}\" share one task, and \"{value}\" for \"{key}\" contradicts {Path.GetFileName(other.File)}({other.Line},{other.Column}). Say it once, or the same."));

    public static Diagnostic UnknownPlatform(string platform, Location location) =>
        Diagnostic.Error("CXECS03", location, $"ECS cannot run the platform \"{platform}\". It may be linux/amd64, linux/arm64 or windows/amd64.");

    public static Diagnostic Contradiction(string platform, string chosen, Location location) =>
        Diagnostic.Warning("CXECS04", location, $"\"{platform}\" contradicts \"{chosen}\" of x-ecs, which is used. Write the same in both.");

    public static Diagnostic WhichWindows(string platform, Location location) =>
        Diagnostic.Error("CXECS05", location, $"\"{platform}\" does not say which Windows. Set \"OperatingSystemFamily\" of x-ecs, such as WINDOWS_SERVER_2022_CORE.");

    public static Diagnostic NotOnFargate(string system, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXECS06", location, $"Fargate does not run \"{system}\". It runs {string.Join(", ", known)}; the label \"ecs.compute.platform: EC2\" chooses instances.");

    public static Diagnostic WindowsOnArm(string system, Location location) =>
        Diagnostic.Error("CXECS07", location, $"\"{system}\" runs on X86_64 only. Choose that, or LINUX.");

    public static Diagnostic UnknownProvider(string provider, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXECS08", location, $"The cluster has no capacity provider \"{provider}\".{Spelling.Hint(provider, known)} It has {(known.Count == 0 ? "none: associate one with it, or remove the strategy" : string.Join(", ", known))}.");

    public static Diagnostic OtherPlatform(string provider, string family, bool isOnFargate, Location location) =>
        Diagnostic.Error("CXECS09", location, isOnFargate
            ? $"\"{family}\" runs on Fargate, and the capacity provider \"{provider}\" is not of Fargate. Choose FARGATE or FARGATE_SPOT, or set the label \"ecs.compute.platform: EC2\"."
            : $"\"{family}\" runs on EC2 instances, and a strategy cannot mix these with Fargate (\"{provider}\"). Choose providers of one kind.");

    public static Diagnostic StrategyOfElsewhere(string family, string place, Location location) =>
        Diagnostic.Warning("CXECS10", location, $"\"{family}\" runs on {place}, so this strategy is not used. Remove it, or the label \"ecs.compute.platform\".");

    public static Diagnostic SecondBase(string first, Location location) =>
        Diagnostic.Warning("CXECS11", location, $"ECS takes one \"Base\" in a strategy. That of \"{first}\" is used, and this one is not. Remove it.");

    public static Diagnostic NoWeight(Location location) =>
        Diagnostic.Error("CXECS12", location, "No provider of this strategy has a \"Weight\", so ECS would place no task. Give one of them a weight of 1 or more.");

    public static Diagnostic NoSpotForWindows(Location location) =>
        Diagnostic.Error("CXECS13", location, "\"FARGATE_SPOT\" does not run Windows. Choose FARGATE.");

    public static Diagnostic ClusterWithoutFargate(string family, Location location) =>
        Diagnostic.Note("CXECS14", location, $"The cluster has no capacity provider of Fargate, so \"{family}\" runs on Fargate by the launch type. Set the deploy label \"ecs.compute.platform: EC2\" to run it on the cluster's instances.");

    public static Diagnostic OnlyOnFargate(string key, string family, Location location) =>
        Diagnostic.Error("CXECS15", location, $"\"{key}\" is of Fargate, and \"{family}\" does not run there. Remove it.");

    public static Diagnostic NothingToWriteTo(string service, Location location) =>
        Diagnostic.Warning("CXECS16", location, $"A shell in \"{service}\" cannot be opened while its root file system is read-only: the agent that opens it has to write there. Remove \"read_only\", or \"EnableExecuteCommand\".");

    public static Diagnostic OtherStrategy(string member, string needed, string strategy, Location location) =>
        Diagnostic.Error("CXECS17", location, $"\"{member}\" is of the strategy {needed}, and this is \"{strategy}\". Remove it, or set \"Strategy: {needed}\".");

    public static Diagnostic BreakerOfRolling(string strategy, Location location) =>
        Diagnostic.Warning("CXECS18", location, $"A circuit breaker works for ROLLING only, so a deployment by \"{strategy}\" has none. Let \"Alarms\" or \"LifecycleHooks\" stop it.");

    public static Diagnostic NotCarriedOver(string member, string service, string strategy, Location location) =>
        Diagnostic.Warning("CXECS19", location, $"\"{member}\" of update_config of \"{service}\" is not carried over: a deployment by {strategy} has nothing like it. Remove it, or see \"Deployment\" of x-ecs.");

    public static Diagnostic GoesBackAlike(string service, Location location) =>
        Diagnostic.Warning("CXECS20", location, $"\"rollback_config\" of \"{service}\" is not carried over: ECS goes back in the way it went forward. Remove it, or write what \"update_config\" says.");

    public static Diagnostic NoRoom(string family, Location location) =>
        Diagnostic.Error("CXECS21", location, $"No new version of \"{family}\" can come: of 100 percent that must run and 100 percent that may run, ECS can stop no task and start none. Lower \"MinimumHealthyPercent\" or raise \"MaximumPercent\".");

    public static Diagnostic NoRoomFor(string family, long minimum, long maximum, int replicas, Location location) =>
        Diagnostic.Warning("CXECS22", location, FormattableString.Invariant($"With {replicas} task(s), no new version of \"{family}\" can come: {minimum} percent that must run are rounded up and {maximum} percent that may run are rounded down, so ECS can stop no task and start none. Lower \"MinimumHealthyPercent\" or raise \"MaximumPercent\"."));

    public static Diagnostic NoPercent(string key, string value, Location location) =>
        Diagnostic.Error("CXECS23", location, $"\"{value}\" of \"{key}\" is no percentage. Write a whole number, such as 50.");

    public static Diagnostic NoRebalancing(string family, string why, Location location) =>
        Diagnostic.Error("CXECS24", location, $"ECS cannot rebalance \"{family}\" between zones: {why}. Remove \"AvailabilityZoneRebalancing\", or set it to DISABLED.");

    public static Diagnostic NoAlarms(Location location) =>
        Diagnostic.Error("CXECS25", location, "\"Alarms\" must say which: list names of alarms, or x-alarms::<name>, under \"AlarmNames\".");

    public static Diagnostic NoHookTarget(Location location) =>
        Diagnostic.Error("CXECS26", location, "A hook needs the ARN of a Lambda function (\"HookTargetArn\"), or \"TargetType: PAUSE\".");

    public static Diagnostic NotOfPause(string member, Location location) =>
        Diagnostic.Error("CXECS27", location, $"A hook that pauses calls nobody, so it takes no \"{member}\". Remove it.");

    public static Diagnostic NoPauseAt(string stage, Location location) =>
        Diagnostic.Error("CXECS28", location, $"A deployment cannot be paused at \"{stage}\". Choose the stage before or after it.");

    public static Diagnostic DeploymentTwice(string family, Location other, Location location) =>
        Diagnostic.Error("CXECS29", location, FormattableString.Invariant($"The services of \"{family}\" are deployed together, and {Path.GetFileName(other.File)}({other.Line},{other.Column}) has a \"Deployment\" already. Keep one."));

    public static Diagnostic NoManagedInstances(string family, Location location) =>
        Diagnostic.Error("CXECS31", location, $"\"{family}\" runs on Managed Instances, and this file declares none. Declare a group under \"x-ec2\" with \"MacroParameters: {{ManagedInstances: {{}}}}\", or name a capacity provider of the cluster in \"CapacityProviderStrategy\".");

    public static Diagnostic WhichManagedInstances(string family, IReadOnlyList<string> groups, Location location) =>
        Diagnostic.Error("CXECS32", location, $"\"{family}\" does not say on which group of instances it runs: {string.Join(", ", groups)}. Name one in \"CapacityProviderStrategy\" of x-ecs.");

    public static Diagnostic WhichGroup(string family, IReadOnlyList<string> groups, Location location) =>
        Diagnostic.Warning("CXECS37", location, $"\"{family}\" does not say on which group of instances it runs: {string.Join(", ", groups)}. So it runs wherever there is room, and no group grows for it. Name one in \"CapacityProviderStrategy\" of x-ecs.");

    public static Diagnostic GroupWithoutProvider(string group, Location location) =>
        Diagnostic.Error("CXECS33", location, $"The group \"{group}\" has no capacity provider. Give it \"AutoScaling\" or \"ManagedInstances\", or choose instances by the deploy label ecs.compute.platform: EC2 alone.");

    public static Diagnostic GroupOfElsewhere(string group, Location location) =>
        Diagnostic.Error("CXECS34", location, $"The cluster exists already, so the capacity provider of \"{group}\" is not among its own until its owner adds it. Choose instances by the deploy label ecs.compute.platform: EC2 alone, or let the group be of \"ManagedInstances\".");

    public static Diagnostic OtherInstances(string group, string family, string platform, Location location) =>
        Diagnostic.Error("CXECS35", location, $"\"{family}\" does not run on instances such as those of \"{group}\". Set the deploy label ecs.compute.platform: {platform}, or remove the label.");

    public static Diagnostic NoDaemonOfManaged(string family, Location location) =>
        Diagnostic.Error("CXECS36", location, $"ECS runs no service with a task on every one of its Managed Instances, as \"{family}\" asks with \"mode: global\". Write \"replicated\", or run it on instances of your own with ecs.compute.platform: EC2.");

    public static Diagnostic NoProvider(Location location) =>
        Diagnostic.Error("CXECS30", location, "This part of a strategy does not say of what. Name its \"CapacityProvider\", such as FARGATE.");
}
