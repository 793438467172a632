using System;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Findings about what a compose service becomes on ECS.</summary>
public static class FamilyDiagnostics
{
    public static Diagnostic NotCarriedOver(string attribute, string service, Location location) =>
        Diagnostic.Warning("CX2201", location, $"\"{attribute}\" of \"{service}\" is not carried over to ECS. Remove it, or keep it for running the file elsewhere and silence this warning with NoWarn.");

    public static Diagnostic VariableWithoutValue(string variable, Location location) =>
        Diagnostic.Warning("CX2202", location, $"\"{variable}\" has no value where the build runs, so the container will not have it. Give it a value here, in an env file, or in the build's environment.");

    public static Diagnostic TaskTooLarge(string family, int cpuUnits, long memoryMiB, Location location) =>
        Diagnostic.Error("CX2203", location, FormattableString.Invariant($"The task \"{family}\" asks for {cpuUnits / 1024m:0.###} CPUs and {memoryMiB} MiB, more than Fargate's largest task has (16 CPUs, 122880 MiB). Ask for less, or split the family."));

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

    public static Diagnostic UnknownMode(string mode, string service, Location location) =>
        Diagnostic.Warning("CX2209", location, $"The deploy mode \"{mode}\" of \"{service}\" has no effect: Fargate runs \"replicas\" tasks, wherever there is room. Remove it, or write \"replicated\".");

    public static Diagnostic NoTraffic(string strategy, string family, Location location) =>
        Diagnostic.Warning("CX2240", location, $"\"{strategy}\" shifts traffic step by step, and \"{family}\" is behind no load balancer and in no Service Connect, so there is none to shift. Make it a target of x-elbv2, or choose BLUE_GREEN or ROLLING.");

    public static Diagnostic WindowsTaskTooLarge(string family, int cpuUnits, Location location) =>
        Diagnostic.Error("CX2241", location, FormattableString.Invariant($"The task \"{family}\" needs {cpuUnits / 1024m:0.###} CPUs, and Windows on Fargate has 4 at most. Ask for less, or split the family."));
}
