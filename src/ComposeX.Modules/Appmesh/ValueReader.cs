using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads single values of a mesh: protocols, ports, numbers within bounds, words of a list, lengths of time.</summary>
internal static class ValueReader
{
    private static readonly Regex Duration = new("^(?<value>[0-9]{1,9})(?<unit>ms|s|m|h)?$", RegexOptions.CultureInvariant);

    private static readonly string[] Protocols = ["http", "http2", "grpc", "tcp"];

    /// <summary>What is spoken, in whatever case it is written; null when nothing is said, or nothing that is known.</summary>
    public static Located<MeshProtocol>? Protocol(this MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Text(KeyNames.Of("Protocol")) is not { } text)
        {
            return null;
        }

        if (Protocol(text.Value) is { } protocol)
        {
            return new(protocol, text.Origin);
        }

        diagnostics.Add(AppmeshDiagnostics.UnknownProtocol(text.Value, Protocols, text.Origin));
        return null;
    }

    public static MeshProtocol? Protocol(string text)
    {
        var index = Array.IndexOf(Protocols, text.ToLowerInvariant());
        return index < 0 ? null : (MeshProtocol)index;
    }

    /// <summary>The protocol as App Mesh writes it.</summary>
    public static string Word(this MeshProtocol protocol) => Protocols[(int)protocol];

    public static Located<int>? Port(this MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Integer(KeyNames.Of("Port")) is not { } port)
        {
            return null;
        }

        if (port.Value is >= 1 and <= 65535)
        {
            return new((int)port.Value, port.Origin);
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Port", "a port from 1 to 65535", port.Origin));
        return null;
    }

    public static Located<int>? Number(this MappingReader reader, string name, int least, int most, DiagnosticBag diagnostics)
    {
        if (reader.Integer(KeyNames.Of(name)) is not { } number)
        {
            return null;
        }

        if (number.Value >= least && number.Value <= most)
        {
            return new((int)number.Value, number.Origin);
        }

        diagnostics.Add(AppmeshDiagnostics.OutOfRange(name, number.Value, least, most, number.Origin));
        return null;
    }

    /// <summary>One of some words, in whatever case it is written.</summary>
    public static Located<string>? Choice(this MappingReader reader, string name, IReadOnlyList<string> words, DiagnosticBag diagnostics) =>
        reader.Text(KeyNames.Of(name)) is { } text ? Choice(name, text, words, diagnostics) : null;

    public static Located<string>? Choice(string name, Located<string> text, IReadOnlyList<string> words, DiagnosticBag diagnostics)
    {
        if (words.FirstOrDefault(word => string.Equals(word, text.Value, StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            return new(word, text.Origin);
        }

        diagnostics.Add(AppmeshDiagnostics.UnknownChoice(name, text.Value, words, text.Origin));
        return null;
    }

    /// <summary>The entries of a list of mappings.</summary>
    public static IReadOnlyList<YamlMapping> Mappings(this MappingReader reader, string name, string kind, DiagnosticBag diagnostics)
    {
        var items = reader.Sequence(KeyNames.Of(name))?.Items ?? [];
        foreach (var other in items.Where(item => item is not YamlMapping))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(name, kind, other.Location));
        }

        return [.. items.OfType<YamlMapping>()];
    }

    /// <summary><c>15s</c>, a number of milliseconds, or <c>{unit: s, value: 15}</c>.</summary>
    public static MeshDuration? Time(this MappingReader reader, string name, DiagnosticBag diagnostics) => reader.Node(KeyNames.Of(name)) is { } node ? Time(node, diagnostics) : null;

    public static MeshDuration? Time(YamlNode node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case YamlScalar scalar when Duration.Match(scalar.Text) is { Success: true } match:
                return new(long.Parse(match.Groups["value"].Value, NumberStyles.None, CultureInfo.InvariantCulture) * Milliseconds(match.Groups["unit"].Value), scalar.Location);
            case YamlMapping mapping:
                var reader = MappingReader.Of(mapping, diagnostics);
                var unit = reader.Choice("Unit", ["ms", "s"], diagnostics);
                var value = reader.Number("Value", 0, int.MaxValue, diagnostics);
                reader.RejectOthers("A length of time");
                if (unit is { } u && value is { } v)
                {
                    return new(v.Value * Milliseconds(u.Value), mapping.Location);
                }

                if (mapping.Entries.Count < 2)
                {
                    diagnostics.Add(AppmeshDiagnostics.BadDuration("{…}", mapping.Location));
                }

                return null;
            default:
                diagnostics.Add(AppmeshDiagnostics.BadDuration((node as YamlScalar)?.Text ?? "[…]", node.Location));
                return null;
        }
    }

    /// <summary>Whether a mapping is one length of time and not several.</summary>
    public static bool IsTime(YamlNode node) => node is YamlScalar || (node is YamlMapping mapping && KeyNames.Of("Unit").Concat(KeyNames.Of("Value")).Any(key => mapping[key] is not null));

    private static long Milliseconds(string unit) => unit switch { "s" => 1000, "m" => 60_000, "h" => 3_600_000, _ => 1 };
}
