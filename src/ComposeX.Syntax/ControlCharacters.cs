namespace ComposeX.Syntax;

/// <summary>Finds the characters that YAML does not allow in a text at all.</summary>
internal static class ControlCharacters
{
    public static Diagnostic? FirstIn(string path, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsAllowed(text, i))
                return SyntaxDiagnostics.ControlCharacter(At(path, text, i), text[i]);
        }

        return null;
    }

    private static bool IsAllowed(string text, int index) => text[index] switch
    {
        '\t' or '\n' or '\r' or '\u0085' => true,
        < ' ' or (> '~' and < '\u00A0') or '\uFFFE' or '\uFFFF' => false,
        >= '\uD800' and <= '\uDBFF' => index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]),
        >= '\uDC00' and <= '\uDFFF' => index > 0 && char.IsHighSurrogate(text[index - 1]),
        _ => true,
    };

    private static Location At(string path, string text, int index)
    {
        var lineStart = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        var line = 1;
        for (var i = 0; i < lineStart; i++)
        {
            line += text[i] == '\n' ? 1 : 0;
        }

        var column = index - lineStart + 1;
        return new Location(path, line, column, line, column + 1);
    }
}
