using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>Findings about where tasks run and who may reach them.</summary>
public static class NetworkDiagnostics
{
    public static Diagnostic NoBlock(string key, string text, string fix, Location location) =>
        Diagnostic.Error("CXNETWORK01", location, $"\"{text}\" is no block of addresses for \"{key}\". {fix}");

    public static Diagnostic HostBits(string text, string used, Location location) =>
        Diagnostic.Note("CXNETWORK02", location, $"\"{text}\" is an address inside of a block. The rule is for the block {used}. Write it so, or end in /32 (/128 in IPv6) for one address.");

    public static Diagnostic NoAddress(Location location) =>
        Diagnostic.Error("CXNETWORK03", location, "A source outside of AWS needs \"IPv4\" or \"IPv6\": a block such as 203.0.113.0/24 or 2001:db8::/32.");

    public static Diagnostic BadText(string key, string text, Location location) =>
        Diagnostic.Error("CXNETWORK04", location, $"\"{key}\" becomes part of what a security-group rule says of itself, and AWS does not take \"{text}\" there. It may have 255 characters at most, of letters, digits, spaces and ._-:/()#,@[]+=&;{{}}!$*");

    public static Diagnostic NoGroup(string key, Location location) =>
        Diagnostic.Error("CXNETWORK05", location, $"An entry of \"{key}\" needs either \"Id\" or \"Lookup\".");

    public static Diagnostic BadType(string type, Location location) =>
        Diagnostic.Error("CXNETWORK06", location, $"\"{type}\" is no type of source.{Spelling.Hint(type, ["SecurityGroup", "PrefixList"])} It may be SecurityGroup or PrefixList.");

    public static Diagnostic BadId(string id, string kind, string prefix, Location location) =>
        Diagnostic.Error("CXNETWORK07", location, $"\"{id}\" is no id of a {kind}. Such an id begins with \"{prefix}\" and goes on with letters and digits.");

    public static Diagnostic BadOwner(string owner, Location location) =>
        Diagnostic.Error("CXNETWORK08", location, $"\"{owner}\" is no account of AWS that owns a security group. An account is twelve digits; put them in quotes. A prefix list needs none.");

    public static Diagnostic NoPorts(string source, string service, string family, Location location) =>
        Diagnostic.Warning("CXNETWORK09", location, $"No port is opened for {source}: neither \"{service}\" nor another service of the task \"{family}\" has one under \"ports\". Publish one, or name one that is exposed under \"Ports\".");

    public static Diagnostic UnknownPort(string port, string service, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXNETWORK10", location, $"\"{service}\" has no port \"{port}\". {(known.Count == 0 ? "Add it under \"ports\" or \"expose\"." : $"It has {string.Join(", ", known)}.")}");

    public static Diagnostic NoPort(string text, Location location) =>
        Diagnostic.Error("CXNETWORK11", location, $"\"{text}\" is no port. Write a whole number from 1 to 65535, with /tcp or /udp behind it where it matters.");

    public static Diagnostic TooManyGroups(string family, int count, Location location) =>
        Diagnostic.Error("CXNETWORK12", location, FormattableString.Invariant($"The task \"{family}\" would be in {count} security groups, its own among them, and ECS takes five. Remove some of \"AdditionalSecurityGroups\"."));

    public static Diagnostic UnknownSubnets(string name, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXNETWORK13", location, $"The VPC has no set of subnets \"{name}\".{Spelling.Hint(name, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic MeaninglessNetwork(string network, Location location) =>
        Diagnostic.Warning("CXNETWORK14", location, $"The network \"{network}\" separates nothing on ECS: tasks share the VPC, and reach each other only where \"depends_on\" or \"x-network\" says so. Name a set of subnets with \"x-vpc\", or remove it.");

    public static Diagnostic NotCarriedOver(string option, string owner, Location location) =>
        Diagnostic.Warning("CXNETWORK15", location, $"\"{option}\" of {owner} is not carried over to ECS. Remove it, or keep it for running the file elsewhere and silence this warning with NoWarn.");

    public static Diagnostic SeveralSets(string family, string used, string other, Location location) =>
        Diagnostic.Warning("CXNETWORK16", location, $"The task \"{family}\" runs in one set of subnets, {used}, so \"{other}\" has no effect. Name only one of them.");

    public static Diagnostic PublicAddressInPrivateSubnets(string family, string set, Location location) =>
        Diagnostic.Warning("CXNETWORK17", location, $"The tasks of \"{family}\" get public addresses that nobody can reach: {set} have no route to the internet gateway. Put the service on a network with \"x-vpc: PublicSubnets\", or remove \"AssignPublicIp\".");

    public static Diagnostic NoWayOut(string family, string set, Location location) =>
        Diagnostic.Warning("CXNETWORK18", location, $"The tasks of \"{family}\" run in {set} and have no way out, so they cannot pull their images without VPC endpoints. {(set == "PublicSubnets" ? "Set \"AssignPublicIp: true\" under x-network" : "Use AppSubnets")}, or add the endpoints.");

    public static Diagnostic Replaced(string key, string by, Location location) =>
        Diagnostic.Note("CXNETWORK19", location, $"\"{key}\" of x-network has no effect here. {by}");

    public static Diagnostic WaitsAlready(string family, string source, Location location) =>
        Diagnostic.Warning("CXNETWORK20", location, $"\"{family}\" itself waits for \"{source}\" (\"depends_on\", \"links\"), so \"{source}\" cannot wait for it, and this has no effect. Remove it, or turn the other around.");
}
