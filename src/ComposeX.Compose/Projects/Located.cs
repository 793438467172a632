using ComposeX.Syntax;

namespace ComposeX.Compose.Projects;

/// <summary>A value of the compose file with the place where it was written.</summary>
public readonly record struct Located<T>(T Value, Location Origin);
