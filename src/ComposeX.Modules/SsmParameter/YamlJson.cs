using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary>Writes YAML as JSON on one line: aliases where they stand, merged keys in their mapping, what JSON has no word for as text.</summary>
internal sealed class YamlJson
{
    // More than any parameter takes: a few aliases can make a text that no machine holds.
    private const int Enough = 100_000;

    private const string Merge = "<<";

    private readonly StringBuilder _json = new();

    public static string Write(YamlNode node)
    {
        var writer = new YamlJson();
        writer.Add(node);
        return writer._json.ToString();
    }

    private void Add(YamlNode node)
    {
        switch (node)
        {
            case YamlAlias alias:
                Add(alias.Target);
                break;
            case YamlMapping mapping:
                Join('{', Members(mapping), '}', entry =>
                {
                    AddText(entry.Name);
                    _json.Append(':');
                    Add(entry.Value);
                });
                break;
            case YamlSequence sequence:
                Join('[', sequence.Items, ']', Add);
                break;
            case YamlScalar scalar:
                AddScalar(scalar);
                break;
        }
    }

    private void Join<T>(char open, IEnumerable<T> items, char close, Action<T> add)
    {
        _json.Append(open);
        var isFirst = true;
        foreach (var item in items.TakeWhile(_ => _json.Length < Enough))
        {
            if (!isFirst)
                _json.Append(',');
            isFirst = false;
            add(item);
        }

        _json.Append(close);
    }

    private void AddScalar(YamlScalar scalar)
    {
        var value = ScalarResolver.Resolve(scalar);
        switch (value.Kind)
        {
            case ScalarKind.Null:
                _json.Append("null");
                break;
            case ScalarKind.Boolean or ScalarKind.Integer:
                _json.Append(value.Printed);
                break;
            case ScalarKind.Float when !double.IsNaN(value.Float) && !double.IsInfinity(value.Float):
                _json.Append(JsonText.Minimize(scalar.Text, out _) ?? value.Float.ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                AddText(scalar.Text);
                break;
        }
    }

    private void AddText(string text)
    {
        _json.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => _json.Append('\\').Append(character),
                '\n' => _json.Append("\\n"),
                '\t' => _json.Append("\\t"),
                < ' ' => _json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => _json.Append(character),
            };
        }

        _json.Append('"');
    }

    // The mapping's own keys win over those it merges.
    private static IEnumerable<YamlEntry> Members(YamlMapping mapping)
    {
        var own = mapping.Entries.Where(entry => entry.Name != Merge).ToList();
        var merged = mapping.Entries.Where(entry => entry.Name == Merge).SelectMany(entry => Sources(entry.Value)).SelectMany(Members);
        return own.Concat(merged).GroupBy(entry => entry.Name, StringComparer.Ordinal).Select(entries => entries.First());
    }

    private static IEnumerable<YamlMapping> Sources(YamlNode node) => node switch
    {
        YamlAlias alias => Sources(alias.Target),
        YamlMapping mapping => [mapping],
        YamlSequence sequence => sequence.Items.SelectMany(Sources),
        _ => [],
    };
}
