using System;
using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Model.Meshes;

/// <summary>How the build's choice of a provider comes to the declaration of the mesh.</summary>
public static class MeshChoice
{
    /// <summary>The top-level key of a mesh.</summary>
    public const string Key = "x-appmesh";

    private const string Provider = "Provider";

    /// <summary>The choice as one of a declaration.</summary>
    public static IReadOnlyDictionary<string, string> Of(MeshProvider provider) => new Dictionary<string, string> { [Provider] = provider.ToString() };

    /// <summary>What was chosen for a declaration.</summary>
    public static MeshProvider Of(Declaration declaration) => Of(declaration.Choices);

    /// <summary>What was chosen among a build's choices for the key; App Mesh when nothing was.</summary>
    public static MeshProvider Of(IReadOnlyDictionary<string, string>? choices) =>
        choices is not null && choices.TryGetValue(Provider, out var name) && Enum.TryParse<MeshProvider>(name, out var provider) ? provider : MeshProvider.AppMesh;
}
