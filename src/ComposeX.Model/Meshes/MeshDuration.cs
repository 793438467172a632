using ComposeX.Syntax;

namespace ComposeX.Model.Meshes;

/// <summary>A length of time.</summary>
public sealed record MeshDuration(long Milliseconds, Location Origin);

/// <summary>How long is waited: for anything to happen on a connection, and for a request as a whole, which TCP does not have.</summary>
public sealed record MeshTimeout(MeshDuration? Idle, MeshDuration? PerRequest, Location Origin);
