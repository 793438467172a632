using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Findings about instances as hosts of tasks.</summary>
public static class Ec2Diagnostics
{
    public static Diagnostic OutOfRange(string value, string key, long least, long? most, Location location) =>
        Diagnostic.Error("CXEC201", location, FormattableString.Invariant($"\"{value}\" is no value of \"{key}\". Write a whole number from {least}{(most is { } limit ? $" to {limit}" : " on")}."));

    public static Diagnostic WrongOrder(long smaller, long larger, Location location) =>
        Diagnostic.Error("CXEC202", location, FormattableString.Invariant($"\"{larger}\" is less than \"{smaller}\", and must be as much at least: the minimum, then what is wanted at first, then the maximum."));

    public static Diagnostic NoPrice(string text, string key, Location location) =>
        Diagnostic.Error("CXEC203", location, $"\"{text}\" of \"{key}\" is no price. Write dollars for an hour, such as 0.42.");

    public static Diagnostic UnknownChoice(string value, string key, IReadOnlyList<string> choices, Location location) =>
        Diagnostic.Error("CXEC204", location, $"\"{value}\" is no value of \"{key}\".{Spelling.Hint(value, choices)} It may be {string.Join(", ", choices)}.");

    public static Diagnostic NoTypes(Location location) =>
        Diagnostic.Error("CXEC205", location, "\"InstanceTypes\" names no type. Name one such as m7g.large, or remove the key: then AWS chooses by what tasks need.");

    public static Diagnostic NoType(string text, Location location) =>
        Diagnostic.Error("CXEC206", location, $"\"{text}\" is no type of instance. A type looks like m7g.large.");

    public static Diagnostic TwoWays(string first, string second, Location location) =>
        Diagnostic.Error("CXEC207", location, $"\"{first}\" and \"{second}\" exclude each other. Keep one, or declare another group.");

    public static Diagnostic NoImage(string text, Location location) =>
        Diagnostic.Error("CXEC208", location, $"\"{text}\" is neither an AMI's id, such as ami-0123456789abcdef0, nor the name of a parameter that holds one, such as /golden/ecs.");

    public static Diagnostic OtherArchitecture(string type, string architecture, Location location) =>
        Diagnostic.Error("CXEC209", location, $"\"{type}\" has another processor than the group's AMI ({architecture}). Set \"Architecture\", or put it into a group of its own.");

    public static Diagnostic NoGpuImage(Location location) =>
        Diagnostic.Error("CXEC210", location, "AWS has no ECS-optimised AMI for GPUs on ARM64. Choose types of X86_64, or name an AMI of your own as \"ImageId\".");

    public static Diagnostic NoWeights(string type, Location location) =>
        Diagnostic.Error("CXEC211", location, $"The weight of \"{type}\" means nothing here: ECS counts instances, and only a Spot Fleet takes weights. Remove it.");

    public static Diagnostic NoTemplate(string group, Location location) =>
        Diagnostic.Error("CXEC212", location, $"\"{group}\" has no launch template that these could be properties of. Remove them, or \"ManagedInstances\" or \"IamOnly\".");

    public static Diagnostic OwnUserData(Location location) =>
        Diagnostic.Warning("CXEC213", location, "This takes the place of the script that configures an instance and ends it when that fails. Let it run cfn-init and join the cluster, or remove it and set \"Agent\".");

    public static Diagnostic ServicesChoose(string service, string group, Location location) =>
        Diagnostic.Error("CXEC214", location, $"A service chooses what it runs on. Give \"{service}\" \"x-ecs: {{CapacityProviderStrategy: [{{CapacityProvider: {group}, Weight: 1}}]}}\", or the deploy label ecs.compute.platform.");

    public static Diagnostic NotOfManaged(string key, Location location) =>
        Diagnostic.Error("CXEC215", location, $"AWS configures Managed Instances itself, so they take no \"{key}\". Remove it, or use \"AutoScaling\".");

    public static Diagnostic LegacyFleet(Location location) =>
        Diagnostic.Note("CXEC216", location, "AWS keeps Spot Fleets running and develops them no further, and ECS cannot make one larger when tasks find no room. \"AutoScaling: {OnDemandPercentageAboveBaseCapacity: 0}\" does both.");

    public static Diagnostic OursAlready(string key, Location location) =>
        Diagnostic.Error("CXEC217", location, $"\"{key}\" is made here and cannot be given. Remove it.");

    public static Diagnostic NoLabel(string label, Location location) =>
        Diagnostic.Error("CXEC218", location, $"ECS does not take the label \"{label}\": its name is of letters, digits and _ . / \\ -, its value too, with : and @, and neither is empty.");

    public static Diagnostic NoSetting(string setting, Location location) =>
        Diagnostic.Error("CXEC219", location, $"\"{setting}\" cannot be set here: settings of the agent are called ECS_… or AWS_…, are one line, and ECS_CLUSTER is the cluster of this file.");

    public static Diagnostic SecretOfAgent(string setting, Location location) =>
        Diagnostic.Error("CXEC220", location, $"\"{setting}\" would put a password into the template. Give the service \"x-aws-pull_credentials\", a secret's ARN, instead.");

    public static Diagnostic ReservedName(string name, Location location) =>
        Diagnostic.Error("CXEC221", location, $"\"{name}\" is a capacity provider of AWS. Choose another name.");

    public static Diagnostic OnlyNew(string name, Location location) =>
        Diagnostic.Error("CXEC222", location, $"x-ec2 makes instances and finds none. Remove \"{name}\", and let services name the cluster's own capacity provider in \"CapacityProviderStrategy\".");

    public static Diagnostic NoCluster(string name, Location location) =>
        Diagnostic.Error("CXEC223", location, $"There is no cluster that \"{name}\" could be hosts of. Declare one with \"x-cluster\".");

    public static Diagnostic NoSuchPart(string attribute, string name, Location location) =>
        Diagnostic.Error("CXEC224", location, $"The group \"{name}\" has no \"{attribute}\". Ask for \"AutoScaling\" or \"ManagedInstances\" to have a capacity provider, or refer to something else.");

    public static Diagnostic ProviderOfElsewhere(string name, Location location) =>
        Diagnostic.Warning("CXEC225", location, $"The cluster exists already, and its list of capacity providers is its owner's, who can add the one of \"{name}\" (the output {name}::Ec2CapacityProvider). Until then nothing makes \"{name}\" larger or smaller. Use \"ManagedInstances\", which need no such list, or let this file make the cluster.");

    public static Diagnostic UnknownSubnets(string name, Location location) =>
        Diagnostic.Error("CXEC226", location, $"A Spot Fleet names its subnets one by one, and how many there are is known only when \"{name}\" is deployed. Write \"x-vpc\" with a list of ids, or use \"AutoScaling\".");

    public static Diagnostic NobodyRuns(string group, Location location) =>
        Diagnostic.Note("CXEC227", location, $"No service of this file runs on EC2 instances, so those of \"{group}\" wait for tasks from elsewhere. Set the deploy label ecs.compute.platform: EC2 on a service that is to run there.");

    public static Diagnostic NobodyLaunches(string family, Location location) =>
        Diagnostic.Warning("CXEC230", location, $"\"{family}\" runs on EC2 instances, and nothing in this file makes any for its cluster. Declare a group under \"x-ec2\", or launch instances that join it.");

    public static Diagnostic MustExist(string family, Location location) =>
        Diagnostic.Note("CXEC231", location, $"\"{family}\" runs on EC2 instances that must be in the cluster already.");

    public static Diagnostic NotPlaced(string what, string service, string where, Location location) =>
        Diagnostic.Warning("CXEC232", location, $"\"{what}\" of \"{service}\" is not carried over: {where} places tasks by itself. Remove it, or run the family on instances of your own (x-ec2) with the deploy label ecs.compute.platform: EC2.");

    public static Diagnostic NoConstraint(string text, string service, Location location) =>
        Diagnostic.Warning("CXEC233", location, $"\"{text}\" of \"{service}\" is nothing that ECS can ask of an instance, so it is left out. It knows node.labels, engine.labels, node.id, node.platform.os and node.platform.arch with == or !=, and its own expressions, such as \"attribute:ecs.instance-type =~ m7g.*\".");

    public static Diagnostic NoManagers(string service, Location location) =>
        Diagnostic.Warning("CXEC234", location, $"All instances are workers, so \"{service}\" would find none and this is left out. AWS runs the managers. Remove it.");

    public static Diagnostic NoField(string text, string service, Location location) =>
        Diagnostic.Warning("CXEC235", location, $"Tasks of \"{service}\" cannot be spread over \"{text}\". Write node.id, node.labels.<label>, or a field of ECS such as attribute:ecs.availability-zone.");

    public static Diagnostic NoStrategyOfDaemon(string service, Location location) =>
        Diagnostic.Warning("CXEC236", location, $"\"{service}\" has a task on every instance, so there is nothing to spread. Remove this.");

    public static Diagnostic OnlyOneEach(string count, string service, Location location) =>
        Diagnostic.Warning("CXEC237", location, $"ECS can keep tasks of \"{service}\" apart, one on each instance, but not up to \"{count}\". Write 1, or ask for as much CPU or memory as makes so many fit.");
}
