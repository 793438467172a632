using System.Collections.Generic;

namespace ComposeX.Testing;

/// <summary>Takes text apart into lines, and puts other line endings in.</summary>
internal static class Lines
{
    /// <summary>The lines between the line feeds; text that ends with one ends with an empty line.</summary>
    public static IReadOnlyList<string> Of(string text) => text.Split('\n');

    public static string WithEndings(string text, string lineEnding) => string.Join(lineEnding, Of(text.Replace("\r\n", "\n")));

    /// <summary>One line with what the eye would miss made visible; as long as it was.</summary>
    public static string Visible(string line)
    {
        var characters = line.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = Visible(characters, i);
        }

        return new string(characters);
    }

    private static char Visible(char[] characters, int i) => characters[i] switch
    {
        '\t' => '\t',
        < ' ' => (char)('\u2400' + characters[i]),
        '\u007f' => '\u2421',
        '\ufeff' => '\u241a',
        var c when char.IsHighSurrogate(c) && !(i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1])) => '\ufffd',
        var c when char.IsLowSurrogate(c) && !(i > 0 && char.IsHighSurrogate(characters[i - 1])) => '\ufffd',
        var c => c,
    };
}
