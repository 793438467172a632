using System;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compose.Schema;

/// <summary>A text that two nodes share exactly when they mean the same.</summary>
internal static class NodeText
{
    public static string Of(YamlNode node) => node switch
    {
        YamlScalar scalar => Of(ScalarResolver.Resolve(scalar)),
        YamlSequence sequence => "[" + string.Join(",", sequence.Items.Select(Of)) + "]",
        YamlMapping mapping => "{" + string.Join(",", mapping.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => entry.Name + ":" + Of(entry.Value))) + "}",
        _ => "",
    };

    private static string Of(ScalarValue value) => (value.Kind == ScalarKind.String ? "\"" : "") + value.Printed;
}
