using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Compose.Trees;
using ComposeX.Compose.Values;
using ComposeX.Syntax;

namespace ComposeX.Compose.Binding;

/// <summary>Reads attributes of the canonical model as typed, located values; null or empty when the user did not say.</summary>
internal static class Read
{
    public static Located<string>? Text(this YamlMapping node, string name) => node[name] is YamlScalar scalar ? Text(scalar) : null;

    public static Located<bool>? Boolean(this YamlMapping node, string name) =>
        node[name] is YamlScalar scalar && ScalarResolver.Resolve(scalar) is { Kind: ScalarKind.Boolean } value ? new Located<bool>(value.Boolean, scalar.Location) : null;

    public static bool IsTrue(this YamlMapping? node, string name) => node?.Boolean(name) is { Value: true };

    public static Located<int>? Integer(this YamlMapping node, string name) =>
        node.Long(name) is { } value ? new Located<int>((int)Math.Max(int.MinValue, Math.Min(int.MaxValue, value.Value)), value.Origin) : null;

    public static Located<long>? Long(this YamlMapping node, string name) =>
        node[name] is YamlScalar scalar && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? new Located<long>(value, scalar.Location) : null;

    public static Located<decimal>? Decimal(this YamlMapping node, string name) =>
        node[name] is YamlScalar scalar && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? new Located<decimal>(value, scalar.Location) : null;

    public static Located<TimeSpan>? Time(this YamlMapping node, string name) =>
        node[name] is YamlScalar scalar && Duration.Parse(scalar.Text) is { } value ? new Located<TimeSpan>(value.ToTimeSpan(), scalar.Location) : null;

    public static IReadOnlyList<Located<string>> Texts(this YamlMapping node, string name) => node[name] is YamlSequence list ? Texts(list) : [];

    public static IReadOnlyList<Located<string>> Texts(YamlSequence list) => [.. list.Items.OfType<YamlScalar>().Select(Text)];

    /// <summary>A list that may be absent or empty.</summary>
    public static Located<IReadOnlyList<Located<string>>>? List(this YamlMapping node, string name) =>
        node[name] is YamlSequence list ? new Located<IReadOnlyList<Located<string>>>(Texts(list), list.Location) : null;

    /// <summary>Variables or labels, in ordinal order of their names.</summary>
    public static IReadOnlyList<ComposeVariable> Variables(this YamlMapping node, string name) => node[name] is not YamlMapping mapping
        ? []
        : [.. mapping.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(Variable)];

    public static IReadOnlyList<YamlMapping> Mappings(this YamlMapping? node, string name) =>
        node?[name] is YamlSequence list ? [.. list.Items.OfType<YamlMapping>()] : [];

    public static IReadOnlyList<YamlEntry> Entries(this YamlMapping? node, string name) => node?[name].AsMapping()?.Entries ?? [];

    public static IReadOnlyList<YamlEntry> Extensions(this YamlMapping node) => [.. node.Entries.Where(entry => entry.IsExtension())];

    /// <summary>A mapping with its key's place, bound by <paramref name="bind"/>; null when there is none.</summary>
    public static T? Block<T>(this YamlMapping node, string name, Func<YamlMapping, Location, T> bind)
        where T : class => node.Entry(name) is { Value: YamlMapping block } entry ? bind(block, entry.Key.Location) : null;

    private static Located<string> Text(YamlScalar scalar) => new(ScalarResolver.Resolve(scalar).Printed, scalar.Location);

    private static ComposeVariable Variable(YamlEntry entry) => new(
        entry.Name,
        entry.Value is YamlScalar scalar && !ScalarResolver.IsNull(scalar) ? scalar.Text : null,
        entry.Key.Location,
        entry.Value.Location);
}
