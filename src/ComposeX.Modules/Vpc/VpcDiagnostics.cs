using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>Findings about the network.</summary>
public static class VpcDiagnostics
{
    public static Diagnostic NoCidr(string cidr, Location location) =>
        Diagnostic.Error("CXVPC01", location, $"\"{cidr}\" is no IPv4 block. Write one such as 10.0.0.0/24.");

    public static Diagnostic TooSmall(string cidr, int zones, int smallest, Location location) =>
        Diagnostic.Error("CXVPC02", location, FormattableString.Invariant($"A VPC of \"{cidr}\" cannot hold three tiers in {zones} zones: a subnet of AWS is at least a /28. The smallest that works is a /{smallest}."));

    public static Diagnostic TooLarge(string cidr, Location location) =>
        Diagnostic.Error("CXVPC30", location, $"AWS takes no VPC as large as \"{cidr}\". The largest is a /16.");

    public static Diagnostic NatContradiction(Location location) =>
        Diagnostic.Error("CXVPC03", location, "\"SingleNat\" says how many NAT gateways there are and \"DisableNat\" that there are none. Keep one of the two.");

    public static Diagnostic Incomplete(string key, string mode, IReadOnlyList<string> others, Location location) =>
        Diagnostic.Error("CXVPC04", location, $"\"{mode}\" of x-vpc lacks \"{key}\".{(Spelling.Nearest(key, others) is { } nearest ? $" Is it what \"{nearest}\" stands for?" : "")} An existing VPC needs VpcId, AppSubnets, PublicSubnets and StorageSubnets; one set of subnets may stand under two names.");

    public static Diagnostic HostBits(string cidr, string used, Location location) =>
        Diagnostic.Note("CXVPC05", location, $"\"{cidr}\" is an address inside of a block. The VPC gets the block {used}. Write it so.");

    public static Diagnostic Reserved(string cidr, string reserved, Location location) =>
        Diagnostic.Error("CXVPC06", location, $"AWS takes no VPC in {reserved}, where \"{cidr}\" lies. Use a block of private addresses, such as 10.0.0.0/24.");

    public static Diagnostic ZoneCount(long count, Location location) =>
        Diagnostic.Error("CXVPC07", location, FormattableString.Invariant($"A VPC cannot be in {count} zones here. It may be 2, which load balancers and databases need at least, to 6, which is what the largest region has."));

    public static Diagnostic SeveralModes(string one, string other, Location location) =>
        Diagnostic.Error("CXVPC08", location, $"x-vpc has \"{one}\" and \"{other}\": a VPC is either created or exists already. Keep one of the two.");

    public static Diagnostic NoService(string service, Location location) =>
        Diagnostic.Error("CXVPC09", location, $"\"{service}\" cannot name a service of AWS. Write it as AWS does behind the region: s3, ecr.api, logs, or all of its name: com.amazonaws.eu-west-1.logs.");

    public static Diagnostic DoubtfulService(string service, string meant, Location location) =>
        Diagnostic.Warning("CXVPC10", location, $"AWS has no endpoint \"{service}\" that is known here. Did you mean {meant}?");

    public static Diagnostic EndpointTwice(string service, Location location) =>
        Diagnostic.Warning("CXVPC11", location, $"The endpoint for \"{service}\" is asked for twice. Remove one.");

    public static Diagnostic NoPolicy(string policy, Location location) =>
        Diagnostic.Error("CXVPC12", location, $"\"{policy}\" is neither the name nor the ARN of an IAM policy. Write a name, with its path if it has one, or arn:aws:iam::123456789012:policy/name.");

    public static Diagnostic BoundaryOfNothing(Location location) =>
        Diagnostic.Warning("CXVPC13", location, "\"FlowLogsRoleBoundary\" bounds nothing without flow logs. Set \"EnableFlowLogs: true\", or remove it.");

    public static Diagnostic NoDomainName(string name, Location location) =>
        Diagnostic.Error("CXVPC14", location, $"\"{name}\" is no domain name. Write one such as corp.example.com, or several with spaces between.");

    public static Diagnostic NoId(string id, string prefix, Location location) =>
        Diagnostic.Error("CXVPC15", location, $"\"{id}\" is no id of AWS here. It begins with \"{prefix}\" and goes on with letters and digits.");

    public static Diagnostic BadLookup(string key, string expected, Location location) =>
        Diagnostic.Error("CXVPC16", location, $"\"{key}\" cannot be looked up by this. Write {expected}.");

    public static Diagnostic NoWayOut(IReadOnlyList<string> services, Location location) =>
        Diagnostic.Warning("CXVPC17", location, $"Without NAT, tasks in AppSubnets can neither pull an image from ECR nor write logs: these endpoints are missing: {string.Join(", ", services)}. Add them under Endpoints.AwsServices, or remove \"DisableNat\".");
}
