namespace ComposeX.Model.Meshes;

/// <summary>What a mesh becomes: the build's choice (<c>EcsMeshProvider</c>), the same compose file either way.</summary>
public enum MeshProvider
{
    /// <summary>AWS App Mesh, with Envoy beside each container.</summary>
    AppMesh,

    /// <summary>ECS Service Connect.</summary>
    ServiceConnect,
}
