using System;
using System.Collections.Generic;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ComposeX.Syntax;

/// <summary>Reads YAML text into located nodes. The only file that knows the YAML library; what is wrong becomes a finding, never an exception.</summary>
public static class YamlReader
{
    /// <summary>How many levels deep a document may be nested.</summary>
    public const int MaximumDepth = 200;

    /// <summary>The documents of a file, in order; an empty document is an empty plain scalar. After an error, what was read before it.</summary>
    public static IReadOnlyList<YamlNode> Read(SourceFile file, DiagnosticBag diagnostics)
    {
        var text = file.Text.Length > 0 && file.Text[0] == '\uFEFF' ? file.Text.Substring(1) : file.Text;
        if (ControlCharacters.FirstIn(file.Path, text) is { } forbidden)
        {
            diagnostics.Add(forbidden);
            return [];
        }

        return new Reading(file.Path, text, diagnostics).Documents();
    }

    /// <summary>One pass over one text: the parser, and the anchors seen so far.</summary>
    private sealed class Reading(string path, string text, DiagnosticBag diagnostics)
    {
        private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
        private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
        private readonly HashSet<string> _open = new(StringComparer.Ordinal);
        private Location _last = Location.OfFile(path);
        private NodeProperties? _properties;
        private int _depth;

        public List<YamlNode> Documents()
        {
            var documents = new List<YamlNode>();
            try
            {
                Next<StreamStart>();
                while (Peek() is DocumentStart)
                {
                    documents.Add(Document());
                }
            }
            catch (TooDeeplyNested stop)
            {
                diagnostics.Add(SyntaxDiagnostics.TooDeep(stop.At, MaximumDepth));
            }
            catch (YamlException exception)
            {
                diagnostics.Add(YamlFault.Of(path, text, At(exception), exception.Message));
            }
            catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException or InvalidCastException or KeyNotFoundException)
            {
                // The library gives up on some broken flow collections without saying where: the last good place is near.
                diagnostics.Add(YamlFault.InBrackets(path, text, _last));
            }

            return documents;
        }

        private YamlNode Document()
        {
            var start = Next<DocumentStart>();
            if (start.Version is { Version: { } version } && (version.Major, version.Minor) != (1, 1))
            {
                diagnostics.Add(SyntaxDiagnostics.UnsupportedVersion(At(start), FormattableString.Invariant($"{version.Major}.{version.Minor}")));
            }

            var root = Node();
            Next<DocumentEnd>();
            return root;
        }

        private YamlNode Node() => Peek() switch
        {
            AnchorAlias => Alias(Next<AnchorAlias>()),
            SequenceStart => Anchored(Next<SequenceStart>(), Sequence),
            MappingStart => Anchored(Next<MappingStart>(), Mapping),
            _ => Anchored(Next<Scalar>(), Scalar),
        };

        private YamlNode Anchored<T>(T start, Func<T, YamlNode> read)
            where T : NodeEvent
        {
            if (start.Anchor.IsEmpty)
                return read(start);

            var anchor = start.Anchor.Value;
            _anchors.Remove(anchor);
            _open.Add(anchor);
            var node = read(start);
            _open.Remove(anchor);
            _anchors[anchor] = node;
            return node;
        }

        private YamlNode Alias(AnchorAlias use)
        {
            var anchor = use.Value.Value;
            var at = At(use);
            if (_anchors.TryGetValue(anchor, out var target))
                return new YamlAlias(anchor, target, at);

            diagnostics.Add(_open.Contains(anchor)
                ? SyntaxDiagnostics.AliasInsideItself(at, anchor)
                : SyntaxDiagnostics.UndefinedAnchor(at, anchor, _anchors.Keys));
            return new YamlScalar("", YamlScalarStyle.Plain, at);
        }

        private YamlScalar Scalar(Scalar scalar) => new(scalar.Value, Style(scalar.Style), Content(scalar), Tag(scalar));

        private YamlSequence Sequence(SequenceStart start)
        {
            var items = new List<YamlNode>();
            Enter(start);
            while (Peek() is not SequenceEnd)
            {
                items.Add(Node());
            }

            var end = Leave(Next<SequenceEnd>(), start.Style is SequenceStyle.Flow, items.Count > 0 ? items[items.Count - 1].Location : null);
            return new YamlSequence(items, Content(start).To(end), Tag(start));
        }

        private YamlMapping Mapping(MappingStart start)
        {
            var entries = new List<YamlEntry>();
            var keys = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
            Location? last = null;
            Enter(start);
            while (Peek() is not MappingEnd)
            {
                var key = Key();
                var value = Node();
                last = value.Location;
                if (key is null)
                    continue;

                if (keys.TryGetValue(key.Text, out var first))
                {
                    diagnostics.Add(SyntaxDiagnostics.DuplicateKey(key, first));
                    continue;
                }

                keys.Add(key.Text, key);
                entries.Add(new YamlEntry(key, value));
            }

            var end = Leave(Next<MappingEnd>(), start.Style is MappingStyle.Flow, last);
            return new YamlMapping(entries, Content(start).To(end), Tag(start));
        }

        private YamlScalar? Key()
        {
            switch (Node())
            {
                case YamlScalar scalar:
                    return scalar;
                case YamlAlias { Target: YamlScalar scalar } alias:
                    return scalar with { Location = alias.Location };
                case var other:
                    diagnostics.Add(SyntaxDiagnostics.KeyIsNotAScalar(other.Location));
                    return null;
            }
        }

        private void Enter(ParsingEvent start)
        {
            if (++_depth > MaximumDepth)
                throw new TooDeeplyNested(At(start));
        }

        // A block collection's own end mark lies where the next token starts, lines below: it ends where its last child does.
        private Location Leave(ParsingEvent end, bool isFlow, Location? lastChild)
        {
            _depth--;
            if (!isFlow && lastChild is not null)
                return lastChild.Value;

            // The mark of a closing bracket has no width.
            var at = At(end);
            return isFlow ? at with { EndLine = at.Line, EndColumn = at.Column + 1 } : at;
        }

        private ParsingEvent Peek()
        {
            if (_parser.Current is null && !_parser.MoveNext())
                throw new InvalidOperationException();

            return _parser.Current ?? throw new InvalidOperationException();
        }

        private T Next<T>()
            where T : ParsingEvent
        {
            if (Peek() is not T current)
                throw new InvalidOperationException();

            _last = At(current);
            _parser.MoveNext();
            return current;
        }

        // The library's marks of a node with a tag or an anchor start at these.
        private Location Content(NodeEvent node)
        {
            var at = At(node);
            if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
                return at;

            _properties ??= new NodeProperties(text);
            var (line, column) = _properties.EndAfter(at.Line, at.Column);
            var isAfter = (line, column).CompareTo((at.EndLine, at.EndColumn)) > 0;
            return isAfter && node is Scalar ? at with { Line = at.EndLine, Column = at.EndColumn } : at with { Line = line, Column = column };
        }

        private Location At(ParsingEvent happened) => At(happened.Start, happened.End);

        // The library starts at the scalar that a tab ends up in; the tab itself stands where it stopped.
        private Location At(YamlException exception) => exception.Start.Line <= 0 || exception.Start.Equals(Mark.Empty) ? _last
            : exception.Message.IndexOf(" tab ", StringComparison.Ordinal) >= 0 ? At(exception.End, exception.End)
            : At(exception.Start, exception.End);

        private Location At(Mark start, Mark end) => new(path, (int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

        private static string? Tag(NodeEvent node)
        {
            const string Core = "tag:yaml.org,2002:";
            if (node.Tag.IsEmpty)
                return null;

            var tag = node.Tag.Value;
            return tag.StartsWith(Core, StringComparison.Ordinal) ? "!!" + tag.Substring(Core.Length) : tag;
        }

        private static YamlScalarStyle Style(ScalarStyle style) => style switch
        {
            ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlScalarStyle.Literal,
            ScalarStyle.Folded => YamlScalarStyle.Folded,
            _ => YamlScalarStyle.Plain,
        };
    }

#pragma warning disable CA1032, CA1064 // Thrown and caught in this file; it never leaves the reader.
    private sealed class TooDeeplyNested(Location at) : Exception
    {
        public Location At => at;
    }
#pragma warning restore CA1032, CA1064
}
