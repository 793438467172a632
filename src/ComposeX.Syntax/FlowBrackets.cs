using System.Collections.Generic;

namespace ComposeX.Syntax;

/// <summary>Finds the bracket that was opened and never closed, in YAML that cannot be parsed because of it.</summary>
internal static class FlowBrackets
{
    /// <summary>The innermost bracket still open at the end of the text, or null.</summary>
    public static (char Bracket, int Line, int Column)? Unclosed(string text)
    {
        var open = new Stack<(char Bracket, int Line, int Column)>();
        var (line, lineStart) = (1, 0);
        var before = '\n';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                (line, lineStart) = (line + 1, i + 1);
            }
            else if (c is '"' or '\'' && StartsValue(before))
            {
                i = EndOfQuote(text, i);
            }
            else if (c is '[' or '{' && (open.Count > 0 || StartsValue(before)))
            {
                open.Push((c, line, i - lineStart + 1));
            }
            else if (c is ']' or '}' && open.Count > 0)
            {
                open.Pop();
            }

            // A bracket in the middle of a plain text opens nothing; outside of brackets a new line starts afresh.
            before = c is ' ' or '\r' || (c == '\n' && open.Count > 0) ? before : c;
        }

        return open.Count > 0 ? open.Peek() : null;
    }

    private static bool StartsValue(char before) => before is '\n' or ':' or '-' or ',' or '[' or '{' or '?';

    // A quote that is not closed in its own line is taken to end there.
    private static int EndOfQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '\\' && text[start] == '"')
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                return i;
            }
        }

        return start;
    }
}
