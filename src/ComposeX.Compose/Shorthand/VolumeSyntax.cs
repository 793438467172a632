using System;
using System.Collections.Generic;
using System.Text;

namespace ComposeX.Compose.Shorthand;

/// <summary>A volume in short form, <c>SOURCE:TARGET:OPTIONS</c>, taken apart.</summary>
internal sealed record VolumeSyntax(string Source, string Target)
{
    private static readonly HashSet<string> _propagations = new(StringComparer.Ordinal) { "rprivate", "private", "rshared", "shared", "rslave", "slave" };

    public bool ReadOnly { get; private set; }

    public bool NoCopy { get; private set; }

    public string? Propagation { get; private set; }

    public string? SeLinux { get; private set; }

    /// <summary>Whether the source is a place on the host, and not the name of a volume.</summary>
    public bool IsBind => IsPath(Source);

    /// <summary>The volume that a text stands for, or what is wrong with it.</summary>
    public static (VolumeSyntax? Volume, string? Fault) Parse(string text)
    {
        if (text.Length == 0)
            return (null, "it is empty");

        if (text.Length <= 2)
            return (new VolumeSyntax("", text), null);

        var sections = Sections(text);
        return sections switch
        {
            _ when sections.Exists(section => section.Length == 0) => (null, "there is nothing between two colons, before the first or after the last one"),
            { Count: > 3 } => (null, "it has too many colons"),
            [var target] => (new VolumeSyntax("", target), null),
            [var source, var target] => (new VolumeSyntax(source, target), null),
            [var source, var target, var options] => (new VolumeSyntax(source, target).With(options), null),
            _ => (null, "it is empty"),
        };
    }

    /// <summary>Where the volume of a text is mounted, or null when the text is none.</summary>
    public static string? TargetOf(string text) => Parse(text).Volume?.Target;

    // A colon after a single letter is a drive's.
    private static List<string> Sections(string text)
    {
        var sections = new List<string>();
        var section = new StringBuilder();
        foreach (var character in text)
        {
            if (character != ':' || (section.Length == 1 && char.IsLetter(section[0])))
            {
                section.Append(character);
                continue;
            }

            sections.Add(section.ToString());
            section.Clear();
        }

        sections.Add(section.ToString());
        return sections;
    }

    // Options that are not known are passed over, as the reference does.
    private VolumeSyntax With(string options)
    {
        foreach (var option in options.Split(','))
        {
            switch (option)
            {
                case "ro" or "rw":
                    ReadOnly = option == "ro";
                    break;
                case "nocopy":
                    NoCopy = true;
                    break;
                case "z" or "Z":
                    SeLinux = option;
                    break;
                default:
                    Propagation = _propagations.Contains(option) ? option : Propagation;
                    break;
            }
        }

        return this;
    }

    private static bool IsPath(string source) =>
        source.Length > 0 && (source[0] is '.' or '/' or '~' || source.StartsWith("\\\\", StringComparison.Ordinal) || (source.Length > 1 && source[1] == ':' && char.IsLetter(source[0])));
}
