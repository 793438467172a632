using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ComposeX.Modules.Alarms;

/// <summary>
/// Reads an expression on alarms: <c>ALARM(a) AND (OK(b) OR NOT INSUFFICIENT_DATA(c))</c>, <c>AT_LEAST(2, ALARM, (a, b, c))</c>. Names
/// may stand in quotes; operators may be written small. The grammar is CloudWatch's:
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
/// </summary>
internal sealed class ExpressionReader
{
    private static readonly string[] States = ["ALARM", "OK", "INSUFFICIENT_DATA"];

    private static readonly Regex Token = new("\\s*(\"(?<quoted>[^\"]*)\"|(?<sign>[(),])|(?<word>[^\\s(),\"]+)|(?<quote>\"))", RegexOptions.CultureInvariant);

    private readonly IReadOnlyList<Match> _tokens;
    private readonly List<Piece> _pieces = [];
    private int _next;

    private ExpressionReader(string text)
    {
        _tokens = [.. Token.Matches(text).Cast<Match>()];
    }

    /// <summary>The expression in pieces; when it is none, null and where it stops being one.</summary>
    public static IReadOnlyList<Piece>? Read(string text, out string? stopsAt)
    {
        var reader = new ExpressionReader(text);
        var isRead = reader.Expression() && reader._next == reader._tokens.Count;
        stopsAt = isRead ? null : reader._next < reader._tokens.Count ? reader._tokens[reader._next].Value.Trim() : "";
        return isRead ? reader._pieces : null;
    }

    private bool Expression()
    {
        if (!Term())
        {
            return false;
        }

        while (Word("AND", "OR") is { } both)
        {
            Write($" {both} ");
            if (!Term())
            {
                return false;
            }
        }

        return true;
    }

    private bool Term()
    {
        if (Word("NOT") is not null)
        {
            Write("NOT ");
            return Term();
        }

        if (Word("TRUE", "FALSE") is { } constant)
        {
            Write(constant);
            return true;
        }

        if (Word("AT_LEAST") is not null)
        {
            Write("AT_LEAST");
            return AtLeast();
        }

        if (Word(States) is { } state)
        {
            Write(state);
            return Sign("(") && Name() && Sign(")");
        }

        return Sign("(") && Expression() && Sign(")");
    }

    // How many or which share, in which state, of which alarms.
    private bool AtLeast()
    {
        if (!Sign("(") || Plain() is not { } threshold || !Regex.IsMatch(threshold, "^[0-9]+%?$", RegexOptions.CultureInvariant))
        {
            return false;
        }

        Write(threshold);
        if (!Sign(","))
        {
            return false;
        }

        Write(Word("NOT") is null ? " " : " NOT ");
        if (Word(States) is not { } state)
        {
            return false;
        }

        Write(state);
        if (!Sign(",") || !Sign("(") || !Name())
        {
            return false;
        }

        while (Peek("sign") == ",")
        {
            if (!Sign(",") || !Name())
            {
                return false;
            }
        }

        return Sign(")") && Sign(")");
    }

    private bool Name()
    {
        if ((Peek("quoted") ?? Peek("word")) is not { Length: > 0 } name)
        {
            return false;
        }

        _next++;
        _pieces.Add(new(name, IsAlarm: true));
        return true;
    }

    private bool Sign(string sign)
    {
        if (Peek("sign") != sign)
        {
            return false;
        }

        _next++;
        Write(sign);
        return true;
    }

    private string? Plain()
    {
        var word = Peek("word");
        _next += word is null ? 0 : 1;
        return word;
    }

    private string? Word(params string[] words)
    {
        var found = words.FirstOrDefault(word => string.Equals(word, Peek("word"), StringComparison.OrdinalIgnoreCase));
        _next += found is null ? 0 : 1;
        return found;
    }

    private string? Peek(string kind) => _next < _tokens.Count && _tokens[_next].Groups[kind] is { Success: true } group ? group.Value : null;

    private void Write(string text) => _pieces.Add(new(text, IsAlarm: false));
}
