using ComposeX.Model.Seam;

namespace ComposeX.Model.Meshes;

/// <summary>The application's mesh, for the room that makes it: there is one room for each provider, and only the chosen one makes anything.</summary>
public sealed record MeshOffer(MeshPlan Plan, MeshProvider Provider) : Offer;
