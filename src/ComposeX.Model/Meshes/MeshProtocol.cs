namespace ComposeX.Model.Meshes;

/// <summary>What is spoken on a port of the mesh.</summary>
public enum MeshProtocol
{
    Http,
    Http2,
    Grpc,
    Tcp,
}
