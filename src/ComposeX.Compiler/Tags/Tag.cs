using ComposeX.Syntax;

namespace ComposeX.Compiler.Tags;

/// <summary>A tag for all resources.</summary>
internal sealed record Tag(string Key, string Value, Location Origin);
