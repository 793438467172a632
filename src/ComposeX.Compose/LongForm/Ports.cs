using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Shorthand;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.LongForm;

/// <summary>Ports in long form: one entry for each container port.</summary>
internal static class Ports
{
    /// <summary>How many ports a service may have: every one, with each protocol.</summary>
    private const int Most = 3 * 65_536;

    public static YamlNode LongForm(YamlNode value, DiagnosticBag diagnostics)
    {
        if (value is not YamlSequence list)
            return value;

        var ports = list.Items.SelectMany(item => Port(item, diagnostics)).Take(Most + 1).ToList();
        if (ports.Count > Most)
        {
            diagnostics.Add(ShorthandDiagnostics.TooManyPorts(list.Location, Most));
        }

        return new YamlSequence(ports, list.Location);
    }

    private static IEnumerable<YamlNode> Port(YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is not YamlScalar scalar)
            return [item];

        var (ports, fault) = PortSyntax.Parse(ScalarResolver.Resolve(scalar).Printed);
        if (fault is not null)
        {
            diagnostics.Add(ShorthandDiagnostics.BadPort(item.Location, scalar.Text, fault));
        }

        return ports.Select(port => Mapping(port, item.Location));
    }

    private static YamlMapping Mapping(PortSyntax port, Location at) => Tree.Mapping(
        at,
        ("mode", Tree.Text("ingress", at)),
        ("host_ip", port.HostIp.Length > 0 ? Tree.Text(port.HostIp, at) : null),
        ("target", Tree.Value(port.Target.ToString(CultureInfo.InvariantCulture), at)),
        ("published", port.Published.Length > 0 ? Tree.Text(port.Published, at) : null),
        ("protocol", Tree.Text(port.Protocol, at)));
}
