using System;
using System.IO;

namespace ComposeX.Deploy.Registries;

/// <summary>A blob that a registry is to have.</summary>
/// <param name="Open">Its content from the beginning, each time anew.</param>
internal sealed record Upload(string Digest, long Size, Func<Stream> Open)
{
    /// <summary>Another repository of the registry that is known to have it.</summary>
    public string? From { get; init; }
}

/// <summary>How a blob came to be in a repository.</summary>
internal enum UploadOutcome
{
    WasThere,
    Mounted,
    Pushed,
}
