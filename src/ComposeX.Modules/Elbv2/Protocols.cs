using System;

namespace ComposeX.Modules.Elbv2;

/// <summary>What listeners and target groups speak, and what goes with what.</summary>
internal static class Protocols
{
    public static readonly string[] OfApplication = ["HTTP", "HTTPS"];

    public static readonly string[] OfNetwork = ["TCP", "TLS", "UDP", "TCP_UDP"];

    /// <summary>The same words as for listeners, though target groups decrypt nothing by default.</summary>
    public static readonly string[] OfNetworkGroup = OfNetwork;

    /// <summary>Whether AWS lets a listener forward to a target group.</summary>
    public static bool Match(string listener, string group) => listener switch
    {
        "HTTP" or "HTTPS" => Array.IndexOf(OfApplication, group) >= 0,
        "TCP" => group is "TCP" or "TCP_UDP",
        "TLS" => group is "TCP" or "TLS",
        "UDP" => group is "UDP" or "TCP_UDP",
        _ => group == listener,
    };

    /// <summary>The protocols of security groups, and of container ports, that a protocol travels on.</summary>
    public static string[] Transports(string protocol) => protocol switch
    {
        "UDP" => ["udp"],
        "TCP_UDP" => ["tcp", "udp"],
        _ => ["tcp"],
    };
}
