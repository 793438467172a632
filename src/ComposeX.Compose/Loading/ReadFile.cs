using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>A compose file as read: its documents, nothing in them changed.</summary>
internal sealed record ReadFile(string Path, IReadOnlyList<YamlNode> Documents)
{
    public static ReadFile Read(SourceFile file, DiagnosticBag diagnostics) => new(file.Path, YamlReader.Read(file, diagnostics));

    /// <summary>The last <c>name</c> that one of the documents gives, or null.</summary>
    public YamlScalar? Name => Documents.OfType<YamlMapping>()
        .Select(document => document["name"])
        .OfType<YamlScalar>()
        .LastOrDefault(name => name.AsText() is { Length: > 0 });
}
