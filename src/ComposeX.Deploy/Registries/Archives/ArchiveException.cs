using System;

namespace ComposeX.Deploy.Registries.Archives;

/// <summary>An archive is not what it should be; the message is a sentence for people.</summary>
internal sealed class ArchiveException(string message) : Exception(message);
