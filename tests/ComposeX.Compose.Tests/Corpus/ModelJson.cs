using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Syntax;
using Newtonsoft.Json.Linq;

namespace ComposeX.Compose.Tests.Corpus;

/// <summary>The canonical model as the reference prints it: JSON, directories as tokens, resources that no service uses left out.</summary>
internal static class ModelJson
{
    public static JToken Of(YamlMapping root, bool keepsUnused, IReadOnlyList<(string Token, string Directory)> tokens)
    {
        var model = (JObject)Of(root, tokens);
        if (!keepsUnused)
        {
            RemoveUnused(model);
        }

        foreach (var section in new[] { "networks", "volumes", "secrets", "configs", "models" }.Where(section => model[section] is JObject { Count: 0 }))
        {
            model.Remove(section);
        }

        model["services"] ??= new JObject();
        return model;
    }

    private static JToken Of(YamlNode node, IReadOnlyList<(string Token, string Directory)> tokens) => node switch
    {
        YamlMapping mapping => new JObject(mapping.Entries.Select(entry => new JProperty(entry.Name, Of(entry.Value, tokens)))),
        YamlSequence sequence => new JArray(sequence.Items.Select(item => Of(item, tokens))),
        YamlScalar scalar => Of(ScalarResolver.Resolve(scalar), tokens),
        _ => throw new InvalidOperationException(),
    };

    private static JValue Of(ScalarValue value, IReadOnlyList<(string Token, string Directory)> tokens) => value.Kind switch
    {
        ScalarKind.Null => JValue.CreateNull(),
        ScalarKind.Boolean => new JValue(value.Boolean),
        ScalarKind.Integer => new JValue((double)value.Integer),
        ScalarKind.Float => new JValue(value.Float),
        ScalarKind.Timestamp => new JValue(GoTimestamp.PrintRfc3339(value.Timestamp)),
        _ => new JValue(tokens.Aggregate(value.Text, (text, token) => Regex.Replace(text, Regex.Escape(token.Directory) + "(?![A-Za-z0-9_-])", _ => token.Token))),
    };

    private static void RemoveUnused(JObject model)
    {
        var services = (model["services"] as JObject)?.Properties().Select(service => (JObject)service.Value).ToList() ?? [];
        Keep(model, "networks", services.SelectMany(service => Keys(service["networks"])));
        Keep(model, "models", services.SelectMany(service => Keys(service["models"])));
        Keep(model, "volumes", services.SelectMany(service => Sources(service["volumes"], "volume")));
        Keep(model, "configs", services.SelectMany(service => Sources(service["configs"])));
        Keep(model, "secrets", services.SelectMany(service => Sources(service["secrets"]).Concat(Sources(service["build"]?["secrets"]))));
    }

    private static void Keep(JObject model, string section, IEnumerable<string> used)
    {
        if (model[section] is not JObject resources)
            return;

        var names = new HashSet<string>(used, StringComparer.Ordinal);
        foreach (var unused in resources.Properties().Where(resource => !names.Contains(resource.Name)).ToList())
        {
            unused.Remove();
        }
    }

    private static IEnumerable<string> Keys(JToken? mapping) => (mapping as JObject)?.Properties().Select(property => property.Name) ?? [];

    private static IEnumerable<string> Sources(JToken? list, string? type = null) => (list as JArray)?.OfType<JObject>()
        .Where(item => type is null || (string?)item["type"] == type)
        .Select(item => (string?)item["source"])
        .OfType<string>() ?? [];
}
