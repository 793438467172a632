using System;
using System.IO;

namespace ComposeX.Testing.Tests;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "composex-" + Guid.NewGuid().ToString("N"))).FullName;

    public string this[string name] => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public bool Has(string name) => File.Exists(System.IO.Path.Combine(Path, name));

    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
