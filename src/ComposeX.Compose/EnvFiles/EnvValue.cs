using ComposeX.Syntax;

namespace ComposeX.Compose.EnvFiles;

/// <summary>A value from an env file, with its place there.</summary>
internal sealed record EnvValue(string Text, Location Origin);
