using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Addresses;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>An entry of <c>ExtSources</c>: blocks of addresses outside of AWS.</summary>
internal static class ExternalSource
{
    private const string AnyIPv4 = "0.0.0.0/0";
    private const string AnyIPv6 = "::/0";

    public static IEnumerable<Contribution> Read(YamlNode item, NetworkScope scope)
    {
        if (item is not YamlMapping mapping)
        {
            scope.Diagnostics.Add(ModelDiagnostics.WrongKind("ExtSources", "a list of entries with IPv4 or IPv6", item.Location));
            return [];
        }

        var reader = MappingReader.Of(mapping, scope.Diagnostics);
        var blocks = new[] { ReadIPv4(reader.Text("IPv4"), scope), ReadIPv6(reader.Text("IPv6"), scope) }.OfType<CidrSource>().ToList();
        var name = RuleText.Read(reader, "Name", scope)?.Value;
        var description = RuleText.Read(reader, "Description", scope)?.Value;
        var ports = OpenPorts.For(reader, true, name is null ? "a source outside" : $"\"{name}\"", scope, mapping.Location);
        reader.RejectOthers("ExtSources of x-network");
        if (mapping["IPv4"] is null && mapping["IPv6"] is null)
        {
            scope.Diagnostics.Add(NetworkDiagnostics.NoAddress(mapping.Location));
        }

        return blocks.SelectMany(block => ports.SelectMany(port => Ingress.Open(block, [port], description ?? Describe(name ?? block.Cidr, scope, port), mapping.Location, scope)));
    }

    /// <summary>What a rule says of itself when nobody said otherwise.</summary>
    public static string Describe(string source, NetworkScope scope, ContainerPort port) =>
        RuleText.Shortened(FormattableString.Invariant($"{source} to {scope.Family.Name} on {port.Number}{port.Protocol}"));

    private static CidrSource? ReadIPv4(Located<string>? text, NetworkScope scope)
    {
        if (text is not { } given)
        {
            return null;
        }

        if (IPv4Block.TryParse(given.Value, out var block))
        {
            return Source(given, block.ToString(), false, block.ToString() != given.Value, scope);
        }

        var fix = given.Value == "0.0.0.0" ? $"Write {AnyIPv4} for every address."
            : IPv4Block.IsAddress(given.Value) ? $"Write {given.Value}/32 for this one address."
            : IPv6Block.TryParse(given.Value, out _) ? "It is one of IPv6: write it under \"IPv6\"."
            : "Write one such as 203.0.113.0/24.";
        scope.Diagnostics.Add(NetworkDiagnostics.NoBlock("IPv4", given.Value, fix, given.Origin));
        return null;
    }

    private static CidrSource? ReadIPv6(Located<string>? text, NetworkScope scope)
    {
        if (text is not { } given)
        {
            return null;
        }

        if (IPv6Block.TryParse(given.Value, out var block))
        {
            return Source(given, block.ToString(), true, IPv6Block.HasHostBits(given.Value), scope);
        }

        var fix = given.Value == "::" ? $"Write {AnyIPv6} for every address."
            : IPv6Block.IsAddress(given.Value) ? $"Write {given.Value}/128 for this one address."
            : IPv4Block.TryParse(given.Value, out _) ? "It is one of IPv4: write it under \"IPv4\"."
            : "Write one such as 2001:db8::/32.";
        scope.Diagnostics.Add(NetworkDiagnostics.NoBlock("IPv6", given.Value, fix, given.Origin));
        return null;
    }

    // The rule is named for its addresses, whatever the user calls them: a rule with a new id and the same content would clash with itself.
    private static CidrSource Source(Located<string> text, string block, bool isIPv6, bool hasHostBits, NetworkScope scope)
    {
        if (hasHostBits)
        {
            scope.Diagnostics.Add(NetworkDiagnostics.HostBits(text.Value, block, text.Origin));
        }

        var id = block switch
        {
            AnyIPv4 => nameof(AnyIPv4),
            AnyIPv6 => nameof(AnyIPv6),
            _ => "Ip" + block.Replace('.', 'x').Replace(':', 'x').Replace("/", "Bits"),
        };
        return new(id, block, isIPv6);
    }
}
