using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Findings about attributes of a service that are not carried over, or not as they stand.</summary>
public static class AttributeDiagnostics
{
    public static Diagnostic NotCarriedOver(string attribute, string service, string wayOut, Location location) =>
        Diagnostic.Warning("CX2201", location, $"\"{attribute}\" of \"{service}\" is not carried over to ECS. {wayOut}.");

    public static Diagnostic InstancesOnly(string attribute, string service, string wayOut, Location location) =>
        Diagnostic.Warning("CX2215", location, $"Fargate cannot do \"{attribute}\", so \"{service}\" runs without it. {wayOut}.");

    public static Diagnostic AnotherWay(string attribute, string service, string wayOut, Location location) =>
        Diagnostic.Warning("CX2216", location, $"ECS does not take \"{attribute}\" of \"{service}\", and has another way. {wayOut}.");

    public static Diagnostic Impossible(string attribute, string service, string wayOut, Location location) =>
        Diagnostic.Warning("CX2217", location, $"ECS has nothing like \"{attribute}\", so \"{service}\" runs without it. {wayOut}.");

    public static Diagnostic RestartsAnyway(string condition, string service, Location location) =>
        Diagnostic.Warning("CX2218", location, $"\"{service}\" is to be restarted \"{condition}\", but ECS replaces every task that ends, however it ended. Write \"always\", or let another service of its family wait for its end.");

    public static Diagnostic UnknownMode(string mode, string service, Location location) =>
        Diagnostic.Warning("CX2209", location, $"The deploy mode \"{mode}\" of \"{service}\" has no effect: Fargate runs \"replicas\" tasks, wherever there is room. Remove it, or write \"replicated\".");

    public static Diagnostic NoSuchMode(string attribute, string value, string service, string wayOut, Location location) =>
        Diagnostic.Warning("CX2232", location, $"\"{service}\" cannot have the {attribute} \"{value}\" here, and runs without it. {wayOut}.");

    public static Diagnostic UnknownKey(string key, string service, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Warning("CX2234", location, $"Nothing reads \"{key}\" of \"{service}\".{Spelling.Hint(key, known)}{(known.Count == 0 ? " Remove it." : $" The keys of a service known here are {string.Join(", ", known)}.")}");

    public static Diagnostic UnknownLabel(string label, string service, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Warning("CX2228", location, $"The deploy label \"{label}\" of \"{service}\" means nothing here.{Spelling.Hint(label, known)} Those known are {string.Join(", ", known)}.");

    public static Diagnostic NoTag(string label, string service, string reason, Location location) =>
        Diagnostic.Warning("CX2233", location, $"The deploy label \"{label}\" of \"{service}\" cannot be a tag of the ECS service: {reason}. Change it, or put it under \"labels\", which are the container's.");

    public static Diagnostic VolumesFromElsewhere(string source, string service, Location location) =>
        Diagnostic.Warning("CX2237", location, $"\"{service}\" cannot have the volumes of \"{source}\", which is not in its task. Put both into one family with the deploy label ecs.task.family, or mount a volume on EFS in both.");

    public static Diagnostic NotOnWindows(string member, string service, Location location) =>
        Diagnostic.Warning("CX2238", location, $"\"{member}\" of \"{service}\" is of Linux, and left out of a Windows task. Remove it.");
}
