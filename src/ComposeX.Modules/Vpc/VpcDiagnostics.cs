using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>Findings about the network.</summary>
public static class VpcDiagnostics
{
    public static Diagnostic NoCidr(string cidr, Location location) =>
        Diagnostic.Error("CXVPC01", location, $"\"{cidr}\" is no IPv4 block. Write one such as 10.0.0.0/24.");

    public static Diagnostic UnworkableSize(string cidr, Location location) =>
        Diagnostic.Error("CXVPC02", location, $"A VPC of \"{cidr}\" cannot hold three tiers in two zones: AWS takes blocks from /16 to /28 and subnets of at least /28. The smallest that works is a /25.");

    public static Diagnostic NatContradiction(Location location) =>
        Diagnostic.Error("CXVPC03", location, "\"SingleNat\" and \"DisableNat\" contradict each other. Keep one.");

    public static Diagnostic IncompleteUse(string key, Location location) =>
        Diagnostic.Error("CXVPC04", location, $"An existing VPC that is written down needs \"{key}\".");
}
