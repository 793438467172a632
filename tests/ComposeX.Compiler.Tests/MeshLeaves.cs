using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Tests;

/// <summary>A value that somebody wrote under <c>x-appmesh</c>.</summary>
/// <param name="IsPointless">Whether it says nothing: the weight of an only node, the protocol of a node that is reached on no port.</param>
/// <param name="Places">Where a finding would be about it: at itself, its key, and what it is a part of, up to an entry of nodes, routers or services; the name of an entry stands for all of it.</param>
internal sealed record MeshLeaf(YamlScalar Value, IReadOnlyList<Location> Places, bool IsPointless)
{
    /// <summary>The file with another text in place of this one.</summary>
    public string Replace(string file, string text)
    {
        var lines = file.Split('\n');
        var line = lines[Value.Location.Line - 1];
        var written = Value.Style == YamlScalarStyle.Plain ? text : $"\"{text}\"";
        lines[Value.Location.Line - 1] = string.Concat(line.AsSpan(0, Value.Location.Column - 1), written, line.AsSpan(Value.Location.EndColumn - 1));
        return string.Join("\n", lines);
    }
}

/// <summary>Finds the values of a mesh.</summary>
internal static class MeshLeaves
{
    // x-appmesh, Settings, nodes, an entry: what is said of these is not said of all that is in them.
    private const int Common = 4;

    public static IReadOnlyList<MeshLeaf> Of(SourceFile file)
    {
        var root = (YamlMapping)YamlReader.Read(file, new DiagnosticBag())[0];
        return [.. root.Entries.Where(entry => entry.Name == "x-appmesh").SelectMany(entry => Of(entry.Value, [entry.Key.Location], false))];
    }

    private static IEnumerable<MeshLeaf> Of(YamlNode node, IReadOnlyList<Location> above, bool isOnly) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Of(
            entry.Value, [.. above, node.Location, .. NameOf(mapping), entry.Key.Location], (isOnly && Is(entry, "weight")) || (Is(entry, "protocol") && !mapping.Entries.Any(other => Is(other, "port"))))),
        YamlSequence list => list.Items.SelectMany(item => Of(item, [.. above, node.Location], item is YamlMapping && list.Items.Count == 1)),
        YamlScalar scalar => [new(scalar, [.. above.Skip(Common), node.Location], isOnly)],
        _ => [],
    };

    private static IEnumerable<Location> NameOf(YamlMapping entry) => entry.Entries.Where(member => Is(member, "name")).Take(1).Select(member => member.Value.Location);

    private static bool Is(YamlEntry entry, string name) => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
