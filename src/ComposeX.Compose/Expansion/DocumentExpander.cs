using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Expansion;

/// <summary>
/// Puts the anchored value in the place of each alias, folds <c>&lt;&lt;</c> into the mapping it stands in, takes
/// <c>!reset</c> and <c>!override</c> out and notes where they stood. What an alias brings in keeps the place of its definition.
/// </summary>
internal sealed class DocumentExpander
{
    /// <summary>How many nodes aliases may add to a document before it counts as a bomb.</summary>
    private const int MaximumAliasedNodes = 100_000;

    /// <summary>How deep a document may be nested when its aliases are counted in.</summary>
    private const int MaximumDepth = 2 * YamlReader.MaximumDepth;

    private const string MergeKey = "<<";

    private readonly DiagnosticBag _diagnostics;
    private readonly List<IReadOnlyList<string>> _resets = [];
    private readonly List<string> _path = [];
    private readonly Dictionary<YamlNode, Extent> _extents = new(SameNode.Instance);
    private long _aliased;
    private bool _isTooMuch;

    private DocumentExpander(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>The expanded document, or null when it is none that Compose reads.</summary>
    public static ExpandedDocument? Expand(YamlNode document, DiagnosticBag diagnostics)
    {
        if (document is not YamlMapping root)
        {
            diagnostics.Add(ExpansionDiagnostics.DocumentIsNotAMapping(document.Location, ScalarResolver.IsNull(document)));
            return null;
        }

        var expander = new DocumentExpander(diagnostics);
        return expander.IsTooMuch(root) ? null : expander.Document(root);
    }

    private ExpandedDocument? Document(YamlMapping root)
    {
        var expanded = Mapping(root, isInExtension: false);
        return _diagnostics.HasErrors ? null : new ExpandedDocument(expanded, ResetPaths.Of(_resets));
    }

    // Counted before anything is built, each anchored value once: what a bomb would blow up to is known without blowing it up.
    private bool IsTooMuch(YamlNode root)
    {
        Measure(root, 0);
        return _isTooMuch;
    }

    private Extent Measure(YamlNode node, int depth)
    {
        if (depth > MaximumDepth || _isTooMuch)
        {
            Refuse(ExpansionDiagnostics.TooDeep(node.Location, MaximumDepth));
            return default;
        }

        return node switch
        {
            YamlAlias alias => Aliased(alias, depth),
            YamlMapping mapping => Around(mapping.Entries.Select(entry => entry.Value), mapping.Entries.Count, depth),
            YamlSequence sequence => Around(sequence.Items, 0, depth),
            _ => new Extent(1, 0),
        };
    }

    private Extent Around(IEnumerable<YamlNode> children, int keys, int depth)
    {
        long size = 1 + keys;
        var height = 0;
        foreach (var child in children)
        {
            var extent = Measure(child, depth + 1);
            size += extent.Size;
            height = Math.Max(height, extent.Height + 1);
        }

        return new Extent(Math.Min(size, MaximumAliasedNodes + 1), height);
    }

    private Extent Aliased(YamlAlias alias, int depth)
    {
        if (!_extents.TryGetValue(alias.Target, out var extent))
        {
            extent = Measure(alias.Target, depth);
            _extents[alias.Target] = extent;
        }

        _aliased += extent.Size;
        if (_aliased > MaximumAliasedNodes)
        {
            Refuse(ExpansionDiagnostics.TooManyAliases(alias.Location, alias.Anchor));
        }
        else if (depth + extent.Height > MaximumDepth)
        {
            Refuse(ExpansionDiagnostics.TooDeep(alias.Location, MaximumDepth));
        }

        return extent;
    }

    private void Refuse(Diagnostic finding)
    {
        if (!_isTooMuch)
        {
            _diagnostics.Add(finding);
        }

        _isTooMuch = true;
    }

    private YamlNode? Node(YamlNode node, bool isInExtension)
    {
        if (node is YamlAlias alias)
            return Node(alias.Target, isInExtension);

        if (node.Tag is "!reset" or "!override")
        {
            _resets.Add([.. _path]);
            if (node.Tag == "!reset")
                return null;

            node = node.Untagged();
        }

        return node switch
        {
            YamlMapping mapping => Mapping(mapping, isInExtension),
            YamlSequence sequence => Sequence(sequence, isInExtension),
            _ => node,
        };
    }

    private YamlSequence Sequence(YamlSequence sequence, bool isInExtension) => sequence.Select((item, index) =>
    {
        _path.Add("[" + index + "]");
        var expanded = Node(item, isInExtension);
        _path.RemoveAt(_path.Count - 1);
        return expanded;
    });

    private YamlMapping Mapping(YamlMapping mapping, bool isInExtension)
    {
        var own = mapping.Select(entry => IsMergeKey(entry) ? entry.Value : Value(entry, isInExtension));
        return own.Entries.FirstOrDefault(IsMergeKey) is { } merge ? Merged(own, merge, isInExtension) : own;
    }

    private YamlNode? Value(YamlEntry entry, bool isInExtension)
    {
        CheckKey(entry.Key, isInExtension);
        _path.Add(entry.Name);
        var value = Node(entry.Value, isInExtension || entry.IsExtension());
        _path.RemoveAt(_path.Count - 1);
        return value;
    }

    // What is written in the mapping itself wins, wherever the merge key stands; of several sources the first.
    private YamlMapping Merged(YamlMapping own, YamlEntry merge, bool isInExtension)
    {
        var builder = new MappingBuilder(own.Without(MergeKey));
        foreach (var source in Sources(merge.Value, merge))
        {
            foreach (var entry in Mapping(source, isInExtension).Entries)
            {
                builder.TryAdd(entry);
            }
        }

        return builder.Build(own.Location);
    }

    private IEnumerable<YamlMapping> Sources(YamlNode value, YamlEntry merge)
    {
        var target = Target(value);
        switch (target)
        {
            case YamlMapping mapping:
                return [mapping];
            case YamlSequence sequence when sequence.Items.All(item => Target(item) is YamlMapping):
                return sequence.Items.Select(item => (YamlMapping)Target(item));
            default:
                _diagnostics.Add(ExpansionDiagnostics.CannotMerge(target is YamlScalar { Text: "" } ? merge.Key.Location : value.Location));
                return [];
        }
    }

    private static YamlNode Target(YamlNode node) => node is YamlAlias alias ? Target(alias.Target) : node;

    private static bool IsMergeKey(YamlEntry entry) => entry.Name == MergeKey && entry.Key.Style == YamlScalarStyle.Plain;

    private void CheckKey(YamlScalar key, bool isInExtension)
    {
        var kind = ScalarResolver.KindOf(key);
        if (kind == ScalarKind.String || (kind == ScalarKind.Integer && isInExtension))
            return;

        _diagnostics.Add(ExpansionDiagnostics.KeyIsNotText(key.Location, key.Text));
    }

    /// <summary>How many nodes a value has, and how many levels below it.</summary>
    private readonly record struct Extent(long Size, int Height);
}
