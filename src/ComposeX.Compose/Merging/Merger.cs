using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Merging;

/// <summary>How one attribute of a later file is put over that of an earlier one.</summary>
internal delegate YamlNode MergeRule(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step);

/// <summary>Puts a document over the ones before it: mappings key by key, lists one after the other, the rest replaced, unless <see cref="MergeRules"/> says otherwise.</summary>
internal sealed class Merger(DiagnosticBag diagnostics)
{
    /// <summary>The whole of a later document over the whole of an earlier one.</summary>
    public static YamlMapping Merge(YamlMapping earlier, YamlMapping later, DiagnosticBag diagnostics) =>
        new Merger(diagnostics).Mappings(earlier, later, MergeRules.Table.Root);

    /// <summary>One top-level section over another, such as the services of an including file over those it includes.</summary>
    public static YamlMapping MergeSection(string section, YamlMapping earlier, YamlMapping later, DiagnosticBag diagnostics) =>
        new Merger(diagnostics).Mappings(earlier, later, MergeRules.Table.Root[section]);

    /// <summary>A service over the service that it extends.</summary>
    public static YamlMapping Extend(YamlMapping service, YamlMapping extended, DiagnosticBag diagnostics) =>
        new Merger(diagnostics).Mappings(extended, service, MergeRules.Table.Root["services"]?["*"]);

    public YamlMapping Mappings(YamlMapping earlier, YamlMapping later, PathStep<MergeRule>? step)
    {
        if (earlier.Entries.Count == 0)
            return later;

        var merged = new MappingBuilder(earlier);
        foreach (var entry in later.Entries)
        {
            merged.Set(merged[entry.Name] is { } known ? Entries(known, entry, step?[entry.Name]) : entry);
        }

        return merged.Build(earlier.Location);
    }

    /// <summary>The two values by the general rule, whatever the table says.</summary>
    public YamlNode Values(YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step)
    {
        if (ScalarResolver.IsNull(later.Value))
            return earlier.Value;

        switch (earlier.Value, later.Value)
        {
            case (YamlMapping one, YamlMapping other):
                return Mappings(one, other, step);
            case (YamlSequence one, YamlSequence other):
                return new YamlSequence([.. one.Items, .. other.Items], one.Location);
            case (YamlMapping or YamlSequence, _):
                diagnostics.Add(MergeDiagnostics.CannotOverride(later, earlier.Value));
                return earlier.Value;
            default:
                return later.Value;
        }
    }

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    private YamlEntry Entries(YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step)
    {
        var value = step?.Value is { } rule ? rule(this, earlier, later, step) : Values(earlier, later, step);
        return ReferenceEquals(value, earlier.Value) ? earlier : new YamlEntry(earlier.Value is YamlMapping && value is YamlMapping ? earlier.Key : later.Key, value);
    }
}
