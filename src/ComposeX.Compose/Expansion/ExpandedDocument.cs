using ComposeX.Syntax;

namespace ComposeX.Compose.Expansion;

/// <summary>A document without aliases, merge keys and loader tags.</summary>
internal sealed record ExpandedDocument(YamlMapping Root, ResetPaths Resets);
