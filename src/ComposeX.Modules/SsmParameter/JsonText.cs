using System;
using System.Linq;
using System.Text;

namespace ComposeX.Modules.SsmParameter;

/// <summary>JSON as RFC 8259 has it, nothing beside: read once from left to right, whitespace left out.</summary>
internal sealed class JsonText
{
    private const int MostLevels = 200;

    private readonly string _text;
    private readonly StringBuilder _written = new();
    private int _at;

    private JsonText(string text) => _text = text;

    /// <summary>The text without whitespace; null when it is no JSON.</summary>
    /// <param name="fault">Where it stops being JSON.</param>
    public static string? Minimize(string text, out int fault)
    {
        var json = new JsonText(text);
        var isValue = json.Value(0);
        json.Skip();
        fault = json._at;
        return isValue && json._at == text.Length ? json._written.ToString() : null;
    }

    /// <summary>A place in a text, for people.</summary>
    public static string Place(string text, int at)
    {
        var before = text.Substring(0, Math.Min(at, text.Length));
        return FormattableString.Invariant($"line {before.Count(character => character == '\n') + 1}, column {before.Length - before.LastIndexOf('\n')}");
    }

    private char Here => _at < _text.Length ? _text[_at] : '\0';

    private bool Value(int level)
    {
        Skip();
        return Here switch
        {
            '{' => level < MostLevels && Items('{', '}', () => Pair(level)),
            '[' => level < MostLevels && Items('[', ']', () => Value(level + 1)),
            '"' => Text(),
            't' => Word("true"),
            'f' => Word("false"),
            'n' => Word("null"),
            _ => Number(),
        };
    }

    private bool Items(char open, char close, Func<bool> item)
    {
        Take(open);
        Skip();
        if (Take(close))
            return true;
        do
        {
            if (!item())
                return false;
            Skip();
        }
        while (Take(','));
        return Take(close);
    }

    private bool Pair(int level)
    {
        Skip();
        if (!Text())
            return false;
        Skip();
        return Take(':') && Value(level + 1);
    }

    private bool Text()
    {
        if (!Take('"'))
            return false;
        while (_at < _text.Length && Here is not '"' and >= ' ')
        {
            if (Here != '\\')
                Take(Here);
            else if (!Escape())
                return false;
        }

        return Take('"');
    }

    private bool Escape()
    {
        Take('\\');
        if (!Take('u'))
            return "\"\\/bfnrt".Contains(Here) && Take(Here);
        for (var digit = 0; digit < 4; digit++)
        {
            if (!Uri.IsHexDigit(Here))
                return false;
            Take(Here);
        }

        return true;
    }

    private bool Number()
    {
        Take('-');
        if (!Take('0') && !Digits())
            return false;
        if (Take('.') && !Digits())
            return false;
        if (!Take('e') && !Take('E'))
            return true;
        _ = Take('+') || Take('-');
        return Digits();
    }

    private bool Digits()
    {
        var start = _at;
        while (Here is >= '0' and <= '9')
            Take(Here);
        return _at > start;
    }

    private bool Word(string word) => word.All(Take);

    private bool Take(char character)
    {
        if (_at >= _text.Length || Here != character)
            return false;
        _written.Append(character);
        _at++;
        return true;
    }

    private void Skip()
    {
        while (Here is ' ' or '\t' or '\n' or '\r')
            _at++;
    }
}
