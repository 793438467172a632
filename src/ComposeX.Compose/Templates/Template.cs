using System;
using System.Collections.Generic;
using System.Text;

namespace ComposeX.Compose.Templates;

/// <summary>What is wrong with a text that has variables in it: it is malformed, or a required variable has no value.</summary>
internal sealed record TemplateFault(string Text, string? RequiredVariable = null, string Message = "");

/// <summary>Replaces <c>$NAME</c>, <c>${NAME}</c> and <c>${NAME:-default}</c> with its five sisters, by the rules of Compose.</summary>
/// <param name="lookup">The value of a variable, or null when it is not set.</param>
internal sealed class Template(Func<string, string?> lookup)
{
    /// <summary>How deep defaults may stand in defaults.</summary>
    private const int DeepestDefault = 50;

    private readonly List<string> _unset = [];
    private int _depth;

    /// <summary>Variables that had neither a value nor a default, and became empty.</summary>
    public IReadOnlyList<string> Unset => _unset;

    /// <summary>What is wrong with the text last expanded, or null.</summary>
    public TemplateFault? Fault { get; private set; }

    /// <summary>Whether CloudFormation's own <c>${AWS::Region}</c> and <c>${!Literal}</c> stay as they are.</summary>
    public bool KeepsCloudFormation { get; init; }

    public string Expand(string text)
    {
        Fault = null;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length && Fault is null;)
        {
            var dollar = text.IndexOf('$', at);
            if (dollar < 0 || dollar == text.Length - 1)
            {
                return result.Append(text, at, text.Length - at).ToString();
            }

            result.Append(text, at, dollar - at);
            at = Substitution(text, dollar, result);
        }

        return result.ToString();
    }

    // Appends what stands at the dollar sign and returns where the text goes on.
    private int Substitution(string text, int dollar, StringBuilder result)
    {
        var next = text[dollar + 1];
        if (next == '{')
            return Braced(text, dollar, result);

        if (!IsNameStart(next))
        {
            result.Append('$');
            return dollar + (next == '$' ? 2 : 1);
        }

        var end = EndOfName(text, dollar + 1);
        result.Append(ValueOf(text.Substring(dollar + 1, end - dollar - 1)));
        return end;
    }

    private int Braced(string text, int dollar, StringBuilder result)
    {
        var start = dollar + 2;
        if (KeepsCloudFormation && EndOfCloudFormation(text, start) is { } kept)
        {
            result.Append(text, dollar, kept - dollar);
            return kept;
        }

        var name = start < text.Length && IsNameStart(text[start]) ? EndOfName(text, start) : start;
        if (name == start || name == text.Length)
            return Malformed(text);

        if (text[name] == '}')
        {
            result.Append(ValueOf(text.Substring(start, name - start)));
            return name + 1;
        }

        var isColon = text[name] == ':' && name + 1 < text.Length;
        var operation = text[isColon ? name + 1 : name];
        var close = ClosingBrace(text, dollar);
        if (operation is not ('-' or '+' or '?') || close < 0)
            return Malformed(text);

        var word = name + (isColon ? 2 : 1);
        result.Append(Operate(text.Substring(start, name - start), operation, isColon, text.Substring(word, close - word)));
        return close + 1;
    }

    private string Operate(string name, char operation, bool emptyIsUnset, string word)
    {
        var value = lookup(name);
        var isSet = value is not null && !(emptyIsUnset && value.Length == 0);
        switch (operation)
        {
            case '-':
                return isSet ? value! : Nested(word);
            case '+':
                return isSet ? Nested(word) : "";
            default:
                if (isSet)
                    return value!;

                var message = Nested(word);
                Fault ??= new TemplateFault(word, name, message);
                return "";
        }
    }

    private string Nested(string word)
    {
        if (_depth == DeepestDefault)
        {
            Malformed(word);
            return "";
        }

        _depth++;
        var result = Expand(word);
        _depth--;
        return Fault is null ? result : "";
    }

    private string ValueOf(string name)
    {
        var value = lookup(name);
        if (value is null)
        {
            _unset.Add(name);
        }

        return value ?? "";
    }

    private int Malformed(string text)
    {
        Fault = new TemplateFault(text);
        return text.Length;
    }

    // The brace that closes the one after the dollar sign, on the same line. The character after an opening brace is
    // never looked at, and where the count does not come out the last brace of the line closes: both as the reference does.
    private static int ClosingBrace(string text, int dollar)
    {
        var lineEnd = text.IndexOf('\n', dollar);
        var last = text.LastIndexOf('}', (lineEnd < 0 ? text.Length : lineEnd) - 1);
        if (last < dollar)
            return -1;

        var open = 0;
        for (var i = dollar; i <= last; i++)
        {
            if (text[i] == '}' && --open == 0)
                return i;

            if (text[i] == '{')
            {
                open++;
                i++;
            }
        }

        return last;
    }

    private static int? EndOfCloudFormation(string text, int start)
    {
        var close = text.IndexOf('}', start);
        var inner = close < 0 ? "" : text.Substring(start, close - start);
        return inner.StartsWith("!", StringComparison.Ordinal) && inner.Length > 1 || inner.StartsWith("AWS::", StringComparison.Ordinal) ? close + 1 : null;
    }

    private static bool IsNameStart(char character) => character is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsNameStart(text[end]) || text[end] is >= '0' and <= '9'))
        {
            end++;
        }

        return end;
    }
}
