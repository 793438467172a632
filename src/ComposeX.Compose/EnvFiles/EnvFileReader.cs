using System;
using System.Collections.Generic;
using System.Text;
using ComposeX.Compose.Templates;
using ComposeX.Syntax;

namespace ComposeX.Compose.EnvFiles;

/// <summary>
/// Reads <c>.env</c>, <c>env_file</c> and <c>label_file</c>: <c>KEY=value</c>, <c>KEY: value</c>, <c>export KEY=value</c>, a bare <c>KEY</c>
/// that takes its value from outside, quotes, escapes, comments and variables.
/// </summary>
internal sealed class EnvFileReader
{
    /// <summary>The file that is always empty: naming it in the place of <c>.env</c> means that there is none.</summary>
    public const string NoFile = "/dev/null";

    private readonly string _path;
    private readonly string _text;
    private readonly Func<string, string?> _lookup;
    private readonly IDictionary<string, EnvValue> _values;
    private readonly DiagnosticBag _diagnostics;
    private int _at;

    private EnvFileReader(SourceFile file, Func<string, string?> lookup, IDictionary<string, EnvValue> values, DiagnosticBag diagnostics)
    {
        _path = file.Path;
        _text = file.Text.TrimStart('\uFEFF');
        _lookup = lookup;
        _values = values;
        _diagnostics = diagnostics;
    }

    /// <summary>Adds what the file says to <paramref name="values"/>, over what is there. Variables are looked up outside first, then in the values.</summary>
    public static void Read(SourceFile file, Func<string, string?> lookup, IDictionary<string, EnvValue> values, DiagnosticBag diagnostics) =>
        new EnvFileReader(file, lookup, values, diagnostics).Statements();

    private void Statements()
    {
        while (SkipToStatement() && Statement())
        {
        }
    }

    private bool SkipToStatement()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '#')
            {
                _at = EndOfLine(_at);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private bool Statement()
    {
        SkipExport();
        var start = _at;
        if (!KeyEnd(out var end, out var isBare))
            return false;

        var key = _text.Substring(start, end - start).TrimEnd();
        var place = Place(start, start + key.Length);
        if (key.IndexOf(' ') >= 0)
        {
            _diagnostics.Add(EnvFileDiagnostics.SpaceInKey(place, key));
            return false;
        }

        _at = Math.Min(end + 1, _text.Length);
        SkipBlanks();
        if (isBare)
        {
            Inherit(key, place);
            return true;
        }

        return Value(key);
    }

    private void SkipExport()
    {
        const string Export = "export";
        if (string.CompareOrdinal(_text, _at, Export, 0, Export.Length) == 0 && _at + Export.Length < _text.Length && char.IsWhiteSpace(_text[_at + Export.Length]))
        {
            _at += Export.Length;
            SkipBlanks();
        }
    }

    // A key ends at "=", ":" or the end of its line; at the end of the file without any of these, nothing more is read.
    private bool KeyEnd(out int end, out bool isBare)
    {
        for (end = _at; end < _text.Length; end++)
        {
            var character = _text[end];
            isBare = character == '\n';
            if (character is '=' or ':' or '\n')
                return true;

            if (!IsBlank(character) && !IsKeyCharacter(end))
            {
                _diagnostics.Add(EnvFileDiagnostics.BadKey(Place(end, end + 1), _text[end]));
                return false;
            }
        }

        isBare = true;
        return _at < end;
    }

    private bool IsKeyCharacter(int index) =>
        _text[index] is '_' or '.' or '-' or '[' or ']' || char.IsLetter(_text, index) || char.IsNumber(_text, index) || char.IsLowSurrogate(_text[index]);

    private void Inherit(string key, Location place)
    {
        if (_lookup(key) is { } value)
        {
            _values[key] = new EnvValue(value, place);
        }
    }

    private bool Value(string key)
    {
        var start = _at;
        var quote = _at < _text.Length ? _text[_at] : '\n';
        var raw = quote is '"' or '\'' ? Quoted(quote) : Unquoted();
        if (raw is null)
        {
            _diagnostics.Add(EnvFileDiagnostics.NoClosingQuote(Place(start, start + _text.Substring(start, EndOfLine(start) - start).TrimEnd().Length), quote));
            return false;
        }

        var place = Place(start, Math.Max(start, quote is '"' or '\'' ? _at : start + raw.Length));
        var value = quote switch
        {
            '\'' => raw,
            '"' => Expand(EnvEscapes.Expand(raw), place),
            _ => Expand(raw, place),
        };
        if (value is null)
            return false;

        _values[key] = new EnvValue(value, place);
        return true;
    }

    private string Unquoted()
    {
        var end = EndOfLine(_at);
        var line = _text.Substring(_at, end - _at);
        _at = Math.Min(end + 1, _text.Length);
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? line : line.Substring(0, comment)).TrimEnd();
    }

    private string? Quoted(char quote)
    {
        var text = new StringBuilder();
        for (var i = _at + 1; i < _text.Length; i++)
        {
            if (_text[i] == quote)
            {
                _at = i + 1;
                return text.ToString();
            }

            if (_text[i] == '\\' && i + 1 < _text.Length)
            {
                i++;
                text.Append(_text[i] == quote ? "" : "\\");
            }

            text.Append(_text[i]);
        }

        return null;
    }

    private string? Expand(string text, Location place)
    {
        var template = new Template(name => _lookup(name) ?? (_values.TryGetValue(name, out var value) ? value.Text : null));
        var result = template.Expand(text);
        if (template.Fault is not { } fault)
            return result;

        _diagnostics.Add(EnvFileDiagnostics.BadVariable(place, fault.Text, fault.RequiredVariable, fault.Message));
        return null;
    }

    private int EndOfLine(int from) => _text.IndexOf('\n', Math.Min(from, _text.Length)) is >= 0 and var end ? end : _text.Length;

    private void SkipBlanks()
    {
        while (_at < _text.Length && IsBlank(_text[_at]))
        {
            _at++;
        }
    }

    private static bool IsBlank(char character) => character is '\t' or '\v' or '\f' or '\r' or ' ' or '\u0085' or '\u00A0';

    private Location Place(int start, int end)
    {
        var (line, column) = Position(start);
        var (endLine, endColumn) = Position(end);
        return new Location(_path, line, column, endLine, endColumn);
    }

    private (int Line, int Column) Position(int index)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < index && i < _text.Length; i++)
        {
            if (_text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        return (line, index - lineStart + 1);
    }
}
