using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Syntax;

/// <summary>
/// Tells what is wrong with YAML in the words of whoever wrote it, at the place that has to be changed. The parsing library
/// tells it in the words of its scanner, and often where it gave up.
/// </summary>
internal sealed class YamlFault
{
    private const string NoColon = "has no colon. A key is followed by a colon and a space.";

    private readonly string _path;
    private readonly string _text;
    private readonly IReadOnlyList<string> _lines;
    private readonly Location _at;

    private YamlFault(string path, string text, Location at)
    {
        (_path, _text, _at) = (path, text, at);
        _lines = text.Replace("\r\n", "\n").Split('\n');
    }

    private int Row => Math.Min(_at.Line, _lines.Count) - 1;

    private string Line => _lines[Row];

    /// <summary>The finding for what the library says of a place.</summary>
    public static Diagnostic Of(string path, string text, Location at, string libraryMessage)
    {
        var fault = new YamlFault(path, text, at);
        var (place, reason) = fault.MergeMark() ?? fault.Explain(libraryMessage) ?? (at, LibraryReason(libraryMessage));
        return SyntaxDiagnostics.NotYaml(place, reason);
    }

    /// <summary>The finding for a list or mapping in brackets that the library gave up on without saying where; <paramref name="last"/> is what it read last.</summary>
    public static Diagnostic InBrackets(string path, string text, Location last)
    {
        var fault = new YamlFault(path, text, last);
        var (place, reason) = fault.MergeMark() ?? fault.Unclosed() ?? (last, "a list or mapping in brackets is broken near here.");
        return SyntaxDiagnostics.NotYaml(place, reason);
    }

    private (Location, string)? Explain(string message)
    {
        bool Says(string words) => message.Contains(words);
        return Says(" tab ") ? Tab()
            : Says("invalid mapping") || Says("Mapping values are not allowed") ? Colon()
            : Says("did not find expected key") ? Key()
            : Says("'-' indicator") ? (Rest(), FormattableString.Invariant($"the list above stands in column {ListColumn()}: its items start with \"- \" in that column, and what follows the list starts further left."))
            : Says("a flow mapping") || Says("a flow sequence") ? Unclosed() ?? (_at, "a comma or the closing bracket is missing before this.")
            : Says("end of stream") || Says("wrong indentation") || Says("unexpected document indicator") ? (Span(_at.Line, _at.Column, 1), "the quote that opens here is not closed.")
            : Says("unknown escape") || Says("hexadecimal") ? (Span(_at.EndLine, _at.EndColumn, 2), "in double quotes a backslash starts an escape, and this is none. Write the backslash twice, or put the text in single quotes.")
            : Says("cannot start any token") ? (Span(_at.Line, _at.Column, 1), "a text that starts with this character has to be in quotes.")
            : Says("an anchor or alias") ? (Span(_at.Line, _at.Column, 1), "\"*\" and \"&\" are followed by the name of an anchor. Put a text that starts with one of them in quotes.")
            : Says("sequence entries are not allowed") ? (Rest(), "the items of a list can not start in the line of its key. Put each in a line of its own.")
            : Says("expected node content") ? (_at, "a value is missing before this.")
            : Says("undefined tag handle") ? (_at, "this tag is not declared. A tag such as \"!reset\" has one exclamation mark.")
            : Says("more than one anchor") ? (_at, "a value has one anchor at most. Remove one.")
            : Says("<document end>") ? LessThanFirst()
            : Says("a simple key") ? Dash()
            : Says("invalid comment") ? (_at, "a comment needs a space before its \"#\".")
            : Says("scanning a tag") ? (_at, "a text that starts with \"!\" is a tag, and this is none. Put it in quotes.")
            : Says("directive") ? (_at with { EndLine = _at.Line, EndColumn = Line.Length + 1 }, "a line that starts with \"%\" is a directive of YAML, and this is none. Put the text in quotes, or remove the line.")
            : Says("scanning a block scalar") ? (_at, "a text that is announced by \"|\" or \">\" starts in the next line.")
            : null;
    }

    private (Location, string)? MergeMark()
    {
        for (var row = 0; row < _lines.Count; row++)
        {
            if (_lines[row].StartsWith("<<<<<<< ", StringComparison.Ordinal))
                return (Span(row + 1, 1, _lines[row].Length), "this is the mark of a git merge that was not finished. Keep one side and remove the marks.");
        }

        return null;
    }

    private (Location, string)? Tab()
    {
        for (var row = Row; row < _lines.Count; row++)
        {
            var blank = Indent(_lines[row]);
            var tab = _lines[row].IndexOf('\t', 0, blank);
            if (tab >= 0)
                return (Span(row + 1, tab + 1, blank - tab), "a tab indents this line, and YAML is indented with spaces only. Put spaces in its place.");
        }

        return null;
    }

    // "a: b\n   c: d" reads as one text with a colon in it; so does "a\n  b: c".
    private (Location, string)? Colon()
    {
        var before = Line.Substring(0, Math.Min(_at.Column - 1, Line.Length));
        var above = Above().Cast<int?>().FirstOrDefault(row => IsContent(row!.Value));
        var isKey = before.Trim().Length > 0 && before.Trim().IndexOfAny([' ', ':']) < 0;
        if (!isKey || above is not { } row)
            return (Span(_at.Line, _at.Column, 1), "a colon with a space after it stands inside a text without quotes. Put the whole text in quotes.");

        return !_lines[row].Contains(": ")
            ? (Rest(row), $"\"{_lines[row].Trim()}\" {NoColon}")
            : (Rest(Row, before.Length), FormattableString.Invariant($"\"{before.Trim()}\" is indented as if it went on with the text above it. Start it in column {Indent(_lines[row]) + 1}, where the line above starts."));
    }

    private (Location, string)? Key()
    {
        if (_at.Column - 1 > Indent(Line))
            return (_at, "this text stands after a quoted text that has ended. Put all of it inside the quotes, or look for a quote above that is not closed.");

        if (Line.IndexOf(':') < 0 && !IsItem(Line))
            return (Rest(), $"\"{Line.Trim()}\" {NoColon}");

        var columns = OpenColumns().Where(column => column != _at.Column).ToList();
        var nearest = columns.Where(column => column > _at.Column).OrderBy(column => column).Take(1)
            .Concat(columns.Where(column => column < _at.Column).OrderByDescending(column => column).Take(1))
            .Select(column => FormattableString.Invariant($"{column}"));
        return (Rest(), FormattableString.Invariant($"this line starts in column {_at.Column}, where nothing above it starts. Start it in column {string.Join(" or ", nearest)}."));
    }

    private (Location, string)? Unclosed() => FlowBrackets.Unclosed(_text) is { } open
        ? (Span(open.Line, open.Column, 1), $"the \"{open.Bracket}\" that opens here is not closed.")
        : null;

    private (Location, string)? LessThanFirst()
    {
        var content = Enumerable.Range(0, _lines.Count).Where(IsContent).ToList();
        var first = content.Count > 0 ? Indent(_lines[content[0]]) : 0;
        return content.Cast<int?>().FirstOrDefault(row => Indent(_lines[row!.Value]) < first) is not { } row
            ? (_at, "this does not belong to the value above it.")
            : (Rest(row), FormattableString.Invariant($"this line starts further left than the first one, which starts in column {first + 1}. Start all keys of the file in one column."));
    }

    private (Location, string)? Dash()
    {
        var row = Above().Prepend(Row).Cast<int?>().FirstOrDefault(row => IsContent(row!.Value) && _lines[row.Value].TrimStart().StartsWith("-", StringComparison.Ordinal));
        return row is { } dash && !IsItem(_lines[dash])
            ? (Rest(dash), "a list item starts with a dash and a space. Put a space after the dash.")
            : (Rest(), $"\"{Line.Trim()}\" {NoColon}");
    }

    // The columns that lines above this one left open: each further left than the one below it.
    private IReadOnlyList<int> OpenColumns()
    {
        var open = new List<int>();
        foreach (var column in Above().Where(IsContent).Select(row => Indent(_lines[row]) + 1))
        {
            if (open.Count == 0 || column < open[open.Count - 1])
                open.Add(column);
        }

        return open;
    }

    private int ListColumn() => Above().Where(row => IsItem(_lines[row])).Select(row => Indent(_lines[row]) + 1).FirstOrDefault(column => column <= _at.Column);

    private IEnumerable<int> Above() => Enumerable.Range(0, Row).Reverse();

    private bool IsContent(int row) => _lines[row].TrimStart() is { Length: > 0 } line && line[0] != '#';

    private static bool IsItem(string line) => line.TrimStart() is var item && (item == "-" || item.StartsWith("- ", StringComparison.Ordinal));

    private static int Indent(string line) => line.Length - line.TrimStart(' ', '\t').Length;

    private Location Rest() => Rest(Row);

    private Location Rest(int row) => Rest(row, _lines[row].TrimEnd().Length);

    // A line from where its text starts.
    private Location Rest(int row, int end) => new(_path, row + 1, Indent(_lines[row]) + 1, row + 1, Math.Max(end, Indent(_lines[row])) + 1);

    private Location Span(int line, int column, int length) => new(_path, line, Math.Max(column, 1), line, Math.Max(column, 1) + length);

    // The library puts "(Line: 1, Col: 2, Idx: 3) - (…): " before some of its texts; the location says that already.
    private static string LibraryReason(string message)
    {
        var text = message.StartsWith("(Line", StringComparison.Ordinal) && message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? message.Substring(end + 3) : message;
        return text.Length == 0 ? "it cannot be read here." : text.EndsWith(".", StringComparison.Ordinal) ? text : text + ".";
    }
}
