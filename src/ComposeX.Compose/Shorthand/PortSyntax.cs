using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ComposeX.Compose.Shorthand;

/// <summary>One port of a short form, <c>IP:PUBLISHED:TARGET/PROTOCOL</c>.</summary>
internal sealed record PortSyntax(int Target, string Protocol, string Published, string HostIp)
{
    private static readonly string[] _protocols = ["tcp", "udp", "sctp"];

    /// <summary>The ports that a text stands for, one for each container port, sorted as texts; or what is wrong with it.</summary>
    public static (IReadOnlyList<PortSyntax> Ports, string? Fault) Parse(string text)
    {
        var (ip, host, container) = Split(text);
        var slash = container.IndexOf('/');
        var protocol = slash < 0 || slash == container.Length - 1 ? "tcp" : container.Substring(slash + 1).ToLowerInvariant();
        container = slash < 0 ? container : container.Substring(0, slash);
        if (container.Length == 0)
            return ([], "it has no container port");

        if (!_protocols.Contains(protocol))
            return ([], $"\"{protocol}\" is not a protocol; it has to be \"tcp\", \"udp\" or \"sctp\"");

        var address = ip.Length > 1 && ip[0] == '[' && ip[ip.Length - 1] == ']' ? ip.Substring(1, ip.Length - 2) : ip;
        if (address.Length > 0 && !IpAddress.IsValid(address))
            return ([], $"\"{ip}\" is not an IP address");

        return Range(container) is not { First: > 0 } targets ? ([], $"\"{container}\" is not a port or a range of ports between 1 and 65535")
            : host.Length == 0 ? Ports(targets, null, protocol, address)
            : Range(host) is not { } published ? ([], $"\"{host}\" is not a port or a range of ports between 0 and 65535")
            : targets.Last - targets.First != published.Last - published.First && targets.First != targets.Last ? ([], $"the ranges \"{host}\" and \"{container}\" are not of the same length")
            : Ports(targets, published, protocol, address);
    }

    private static (string Ip, string Host, string Container) Split(string text)
    {
        var parts = text.Split(':');
        return parts.Length switch
        {
            1 => ("", "", parts[0]),
            2 => ("", parts[0], parts[1]),
            var count => (string.Join(":", parts.Take(count - 2)), parts[count - 2], parts[count - 1]),
        };
    }

    private static (IReadOnlyList<PortSyntax> Ports, string? Fault) Ports((int First, int Last) targets, (int First, int Last)? published, string protocol, string ip)
    {
        var isOne = targets.First == targets.Last;
        var ports = Enumerable.Range(targets.First, targets.Last - targets.First + 1)
            .Select(target => new PortSyntax(target, protocol, PublishedText(target - targets.First, published, isOne), ip));
        return ([.. ports.OrderBy(port => Printed(port.Target), StringComparer.Ordinal)], null);
    }

    // A range before a single container port is a range to choose from.
    private static string PublishedText(int offset, (int First, int Last)? published, bool isOne) => published switch
    {
        null => "",
        { } range when isOne && range.First != range.Last => Printed(range.First) + "-" + Printed(range.Last),
        { } range => Printed(range.First + offset),
    };

    private static (int First, int Last)? Range(string text)
    {
        var dash = text.IndexOf('-');
        var first = Port(dash < 0 ? text : text.Substring(0, dash));
        var last = dash < 0 ? first : Port(text.Substring(dash + 1));
        return first is { } from && last is { } to && from <= to ? (from, to) : null;
    }

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535 && text[0] != '-' ? port : null;

    private static string Printed(int port) => port.ToString(CultureInfo.InvariantCulture);
}
