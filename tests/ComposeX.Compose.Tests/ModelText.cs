using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Compose.Tests;

/// <summary>A loaded project as text: a line for each value of the canonical model, with the place where it was written.</summary>
internal static class ModelText
{
    public static string Of(ComposeProject project) =>
        string.Concat(Lines(project.Root, "").Select(line => line + "\n"))
        + $"files: {string.Join(", ", project.FilesRead.Select(Relative))}\n"
        + $"variables: {string.Join(", ", project.VariablesRead)}\n";

    private static IEnumerable<string> Lines(YamlNode node, string path) => node switch
    {
        YamlMapping { Entries.Count: > 0 } mapping => mapping.Entries.SelectMany(entry => Lines(entry.Value, path.Length == 0 ? entry.Name : path + "." + entry.Name)),
        YamlSequence { Items.Count: > 0 } sequence => sequence.Items.SelectMany((item, index) => Lines(item, $"{path}[{index}]")),
        _ => [$"{path} = {Value(node)}   {Place(node.Location)}"],
    };

    private static string Value(YamlNode node) => node switch
    {
        YamlMapping => "{}",
        YamlSequence => "[]",
        YamlScalar scalar => ScalarResolver.Resolve(scalar) switch
        {
            { Kind: ScalarKind.String } text => "\"" + text.Text.Replace("\r\n", "\n").Replace("\n", "⏎") + "\"",
            { Kind: ScalarKind.Null } => "null",
            var value => value.Printed,
        },
        _ => throw new InvalidOperationException(),
    };

    private static string Place(Location at) => FormattableString.Invariant($"{Relative(at.File)} {at.Line}:{at.Column}");

    private static string Relative(string path) => path.Replace("/case/", "");
}
