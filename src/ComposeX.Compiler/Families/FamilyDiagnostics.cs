using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Findings about what a compose service becomes on ECS.</summary>
public static class FamilyDiagnostics
{
    public static Diagnostic VariableWithoutValue(string variable, Location location) =>
        Diagnostic.Warning("CX2202", location, $"\"{variable}\" has no value where the build runs, so the container will not have it. Give it a value here, in an env file, or in the build's environment.");

    internal static Diagnostic TaskTooLarge(string family, TaskSize asked, TaskSize largest, string owner, Location location) =>
        Diagnostic.Error("CX2203", location, FormattableString.Invariant($"The task \"{family}\" asks for {asked.CpuUnits / 1024m:0.###} CPUs and {asked.MemoryMiB} MiB, more than {owner}'s largest task has ({largest.CpuUnits / 1024} CPUs, {largest.MemoryMiB} MiB). Ask for less, or split the family{(owner == "Fargate" ? ", or run it on instances, declared under x-ec2, with the deploy label ecs.compute.platform: EC2 or MANAGED_INSTANCES" : "")}."));

    public static Diagnostic ReservationOverLimit(string service, Location location) =>
        Diagnostic.Error("CX2204", location, $"\"{service}\" reserves more memory than its limit allows. Lower the reservation or raise the limit.");

    public static Diagnostic Clamped(string attribute, string service, string used, string range, Location location) =>
        Diagnostic.Warning("CX2205", location, $"\"{attribute}\" of \"{service}\" is outside of what ECS takes ({range}), so {used} is used. Write a value in that range.");

    public static Diagnostic UnknownCondition(string condition, Location location) =>
        Diagnostic.Error("CX2207", location, $"\"{condition}\" is no condition for \"ecs.depends.condition\". It may be START, HEALTHY, COMPLETE or SUCCESS.");

    public static Diagnostic HealthyWithoutHealthCheck(string service, string dependency, Location location) =>
        Diagnostic.Error("CX2208", location, $"\"{service}\" waits until \"{dependency}\" is healthy, but \"{dependency}\" has no health check in the compose file, which is the only one ECS knows of. Give it a \"healthcheck\".");

    public static Diagnostic NoImage(string service, Location location) =>
        Diagnostic.Error("CX2210", location, $"\"{service}\" has neither an image nor a build context, in none of the files of this project. Give it one.");

    public static Diagnostic BadName(string name, Location location) =>
        Diagnostic.Error("CX2211", location, $"\"{name}\" cannot name a task or a container: ECS takes letters, digits, hyphens and underscores. Rename it.");

    public static Diagnostic NoPort(string port, Location location) =>
        Diagnostic.Error("CX2212", location, $"\"{port}\" is no port that a container could listen on. A port is a whole number from 1 to 65535.");

    public static Diagnostic SetTwice(string property, string owner, Location other, Location location) =>
        Diagnostic.Error("CX2213", location, FormattableString.Invariant($"\"{property}\" of {owner} is set twice, to different values: here and at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Keep one."));

    public static Diagnostic HiddenBySecret(string variable, string container, Location location) =>
        Diagnostic.Warning("CX2214", location, $"\"{variable}\" of \"{container}\" comes from a secret, so this value is not used. Remove it.");

    public static Diagnostic UnknownComputePlatform(string platform, Location location) =>
        Diagnostic.Error("CX2225", location, $"\"{platform}\" is nothing that tasks run on.{Spelling.Hint(platform, ["FARGATE", "EC2", "MANAGED_INSTANCES", "EXTERNAL"])} \"ecs.compute.platform\" may be FARGATE, EC2, MANAGED_INSTANCES or EXTERNAL.");

    public static Diagnostic NoTruth(string label, string value, Location location) =>
        Diagnostic.Error("CX2226", location, $"\"{label}\" must be true or false, not \"{value}\".");

    public static Diagnostic NothingEssential(string family, Location location) =>
        Diagnostic.Error("CX2227", location, $"The task \"{family}\" has no essential container, so ECS would not know when it ends. Let one of its services run on, or remove its label \"ecs.essential\".");

    public static Diagnostic WaitsForTheEnd(string service, string other, Location location) =>
        Diagnostic.Warning("CX2229", location, $"\"{service}\" waits for the end of \"{other}\", which is a task of its own, and ECS restarts the tasks of a service for ever. Put both into one family with the deploy label ecs.task.family.");

    public static Diagnostic DependsOnOwnFamily(string service, string family, Location location) =>
        Diagnostic.Warning("CX2230", location, $"\"{service}\" is itself in the family \"{family}\", so waiting for it means nothing. Name the service of the family that it waits for.");

    public static Diagnostic FamilyCircle(IReadOnlyList<string> families, Location location) =>
        Diagnostic.Warning("CX2231", location, $"The tasks wait for each other in a circle: {string.Join(" on ", families.Select(family => $"\"{family}\""))}. So \"{families[families.Count - 2]}\" starts without waiting for \"{families[families.Count - 1]}\". Remove one of the dependencies, or put the services into one family.");

    public static Diagnostic NoStorageSize(string size, Location location) =>
        Diagnostic.Error("CX2235", location, $"\"{size}\" is no size of a disk. Write a number of GiB such as 50, or a size such as 50GB.");

    public static Diagnostic StorageOfFargate(string family, Location location) =>
        Diagnostic.Warning("CX2239", location, $"The disk of an instance is shared, so \"{family}\" gets no storage of its own. Give the instances larger volumes, and remove this.");

    public static Diagnostic NotOnExternal(string property, string family, Location location) =>
        Diagnostic.Warning("CX2241", location, $"Tasks outside of AWS take no {property}, so \"{family}\" goes without. Remove what asks for it, or run the family on FARGATE or EC2.");

    public static Diagnostic NotInHostNetwork(string property, string family, Location location) =>
        Diagnostic.Warning("CX2258", location, $"Tasks of \"{family}\" have the network of their instance, and without an address of their own they take no {property}. Remove what asks for it, or \"network_mode: host\".");

    public static Diagnostic SharesTheNetwork(string family, Location location) =>
        Diagnostic.Note("CX2259", location, $"Tasks of \"{family}\" have the network of their instance: what lets the security group of \"{family}\" in does not let them in. Let the group of the instances in where they must reach something (x-ec2::<group>::SecurityGroupId).");

    public static Diagnostic NoTraffic(string strategy, string family, Location location) =>
        Diagnostic.Warning("CX2250", location, $"\"{strategy}\" shifts traffic step by step, and \"{family}\" is behind no load balancer and in no Service Connect, so there is none to shift. Make it a target of x-elbv2, or choose BLUE_GREEN or ROLLING.");

    public static Diagnostic OfServices(string property, string family, Location location) =>
        Diagnostic.Warning("CX2251", location, $"\"{family}\" has no ECS service, and \"{property}\" means nothing without one. Remove it, or set \"DeleteDefaultService: false\".");

    public static Diagnostic WaitsForNothing(string family, string other, Location location) =>
        Diagnostic.Warning("CX2252", location, $"\"{other}\" has no ECS service and runs only when something starts it, so \"{family}\" does not wait for it. Remove the dependency, or put both into one family with the deploy label ecs.task.family.");

    public static Diagnostic NotConnected(string family, IReadOnlyList<string> others, Location location) =>
        Diagnostic.Warning("CX2253", location, $"Tasks of \"{family}\" that no ECS service started have no Service Connect, so the name{(others.Count == 1 ? "" : "s")} {string.Join(", ", others.Select(other => $"\"{other}\""))} will not resolve in them. Register the others in a namespace with DNS (\"x-network.x-cloudmap\") and use those names.");

    public static Diagnostic OwnInPlaceOfDefault(string variable, string container, Location location) =>
        Diagnostic.Note("CX2254", location, $"\"{container}\" gets this \"{variable}\", and not what the resource of that name would hand over. Rename it, or give the resource's value another name with ReturnValues.");

    public static Diagnostic OwnInPlaceOfAsked(string variable, string container, Location own, Location location) =>
        Diagnostic.Warning("CX2255", location, FormattableString.Invariant($"\"{container}\" has a \"{variable}\" of its own, at {System.IO.Path.GetFileName(own.File)}({own.Line},{own.Column}), which stays: the resource's value is not handed over. Remove it there, or choose another name here."));
}
