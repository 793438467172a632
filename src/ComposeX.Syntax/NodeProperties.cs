using System.Collections.Generic;

namespace ComposeX.Syntax;

/// <summary>Finds where a node's own text starts, behind its tag and its anchor.</summary>
internal sealed class NodeProperties
{
    private readonly string _text;
    private readonly List<int> _lines = [0];

    public NodeProperties(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _lines.Add(i + 1);
            }
        }
    }

    /// <summary>The line and column of the first text behind the tag and the anchor that start at a place.</summary>
    public (int Line, int Column) EndAfter(int line, int column)
    {
        if (line > _lines.Count)
            return (line, column);

        var at = _lines[line - 1] + column - 1;
        while (at < _text.Length && _text[at] is '&' or '!')
        {
            at = SkipBlanks(SkipProperty(at));
        }

        return Position(at, line);
    }

    private int SkipProperty(int at)
    {
        var isVerbatim = at + 1 < _text.Length && _text[at] == '!' && _text[at + 1] == '<';
        while (at < _text.Length && (isVerbatim ? _text[at] != '>' : _text[at] is not (' ' or '\t' or '\r' or '\n' or ',' or '[' or ']' or '{' or '}')))
        {
            at++;
        }

        return isVerbatim && at < _text.Length ? at + 1 : at;
    }

    private int SkipBlanks(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\t' or '\r' or '\n' or '#')
        {
            at = _text[at] != '#' ? at + 1 : _text.IndexOf('\n', at) is >= 0 and var end ? end : _text.Length;
        }

        return at;
    }

    private (int Line, int Column) Position(int at, int line)
    {
        while (line < _lines.Count && _lines[line] <= at)
        {
            line++;
        }

        return (line, at - _lines[line - 1] + 1);
    }
}
