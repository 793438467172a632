namespace ComposeX.Syntax;

/// <summary>A file's text under the path that findings about it name.</summary>
public sealed record SourceFile(string Path, string Text);

/// <summary>
/// The files a compilation may read. The engine sees the disk only through this, so that whoever starts it
/// can note which files were read, serve them from memory, or refuse.
/// </summary>
public interface ISourceFiles
{
    /// <summary>The file at an absolute path, or null when there is none or it cannot be read.</summary>
    SourceFile? Read(string path);

    /// <summary>Whether there is a file at an absolute path.</summary>
    bool Exists(string path);
}
