using System.Collections.Generic;
using System.Text;

namespace ComposeX.Compose.Values;

/// <summary>Splits a command line into words as Compose does: quotes and backslashes as in a shell, nothing expanded.</summary>
internal sealed class ShellWords
{
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private bool _hasWord;
    private bool _isEscaped;
    private bool _inSingle;
    private bool _inDouble;
    private bool _inBack;
    private bool _inDollar;

    private bool IsQuoted => _inSingle || _inDouble || _inBack || _inDollar;

    /// <summary>The words, or null when a quote or a parenthesis does not end.</summary>
    public static IReadOnlyList<string>? Split(string line) => new ShellWords().Words(line);

    private List<string>? Words(string line)
    {
        foreach (var character in line)
        {
            if (IsEnd(character))
                break;

            if (!Take(character))
                return null;
        }

        EndWord();
        return _isEscaped || IsQuoted ? null : _words;
    }

    // What follows an unquoted operator of the shell is dropped; so is a number right before ">".
    private bool IsEnd(char character)
    {
        if (_isEscaped || IsQuoted || character is not (';' or '&' or '|' or '<' or '>'))
            return false;

        _hasWord &= !(character == '>' && _word.Length > 0 && _word[0] is >= '0' and <= '9');
        return true;
    }

    private bool Take(char character)
    {
        if (_isEscaped)
        {
            _isEscaped = false;
            return Append(character);
        }

        switch (character)
        {
            case '\\' when !_inSingle:
                _isEscaped = true;
                return true;
            case '\\':
                _word.Append(character);
                return true;
            case ' ' or '\t' or '\r' or '\n' when IsQuoted:
                _word.Append(character);
                return true;
            case ' ' or '\t' or '\r' or '\n':
                EndWord();
                return true;
            case '"' when !_inSingle && !_inDollar:
                _hasWord |= _inDouble;
                _inDouble = !_inDouble;
                return true;
            case '\'' when !_inDouble && !_inDollar:
                _hasWord |= _inSingle;
                _inSingle = !_inSingle;
                return true;
            default:
                return Bracket(character) && Append(character);
        }
    }

    private bool Bracket(char character)
    {
        switch (character)
        {
            case '`' when !_inSingle && !_inDouble && !_inDollar:
                _inBack = !_inBack;
                return true;
            case ')' when !_inSingle && !_inDouble && !_inBack:
                _inDollar = !_inDollar;
                return true;
            case '(' when !_inSingle && !_inDouble && !_inBack:
                var opens = !_inDollar && _word.Length > 0 && _word[_word.Length - 1] == '$';
                _inDollar |= opens;
                return opens;
            default:
                return true;
        }
    }

    private bool Append(char character)
    {
        _hasWord = true;
        _word.Append(character);
        return true;
    }

    private void EndWord()
    {
        if (_hasWord)
        {
            _words.Add(_word.ToString());
        }

        _word.Clear();
        _hasWord = false;
    }
}
