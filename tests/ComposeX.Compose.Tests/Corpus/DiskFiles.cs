using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Compose.Tests.Corpus;

/// <summary>The files of a corpus case, as they lie on the disk.</summary>
internal sealed class DiskFiles : ISourceFiles
{
    public SourceFile? Read(string path) => Exists(path) ? new SourceFile(path, File.ReadAllText(path)) : null;

    public bool Exists(string path) => File.Exists(path) && path != "/dev/null";
}
