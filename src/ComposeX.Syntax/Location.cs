using System;

namespace ComposeX.Syntax;

/// <summary>A place in a source file. Lines and columns count from 1, in UTF-16 units, as MSBuild and editors do; the end is exclusive.</summary>
/// <param name="File">The path of the file as it was handed to the reader.</param>
public readonly record struct Location(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>A file as a whole.</summary>
    public static Location OfFile(string file) => new(file, 1, 1, 1, 1);

    /// <summary>From where this location starts to where <paramref name="other"/> ends.</summary>
    public Location To(Location other) => this with { EndLine = other.EndLine, EndColumn = other.EndColumn };

    public override string ToString() => FormattableString.Invariant($"{File}({Line},{Column},{EndLine},{EndColumn})");
}
