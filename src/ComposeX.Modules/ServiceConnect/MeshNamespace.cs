using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Where the names of the mesh are: a namespace of <c>x-cloudmap</c>, or the one that the application has by default.</summary>
/// <param name="Cloudmap">The name under <c>x-cloudmap</c>, or null.</param>
internal sealed record MeshNamespace(Located<string>? Cloudmap, Surroundings Surroundings)
{
    private const string Key = "x-cloudmap";

    // The zone that App Mesh has where the file names none: clients know names in it.
    private const string DefaultZone = "cluster.lan";

    /// <summary>The namespace that a node says, for Service Connect or for DNS; that of a name of the mesh; or the only one there is.</summary>
    public static MeshNamespace Of(MeshPlan plan, MeshTopology topology, Surroundings surroundings)
    {
        var families = topology.Ends.Select(end => end.Family).OfType<Model.Families.Family>().ToList();
        var declared = surroundings.Declarations.Where(declaration => declaration.Module.Key == Key).ToList();
        var candidates = families.SelectMany(NetworkKey.ConnectNamespaces)
            .Concat(families.SelectMany(NetworkKey.Registrations))
            .Concat(plan.Services.Select(service => service.Namespace).OfType<Located<string>>())
            .Concat(declared.Count == 1 ? [new(declared[0].Name, plan.Origin)] : Array.Empty<Located<string>>())
            .Where(name => declared.Any(declaration => string.Equals(declaration.Name, name.Value, StringComparison.Ordinal)))
            .ToList();
        return new(candidates.Count == 0 ? null : candidates[0], surroundings);
    }

    /// <summary>The ARN, as ECS services take it.</summary>
    public CfnValue Arn(Cfn cfn) => Cloudmap is { } name ? new DeclarationReference(Key, name.Value, "Arn", name.Origin) : cfn.GetAtt(DefaultDiscovery.NamespaceId, "Arn");

    /// <summary>The id of the namespace that a service of the mesh is in, when its names are in DNS; null when they are not.</summary>
    public DeclarationReference? InDns(MeshService service) => Find(service) is { } declaration && !IsHttp(declaration)
        ? new(Key, declaration.Name, "Id", service.Name.Origin)
        : null;

    /// <summary>The name with its zone, as clients of App Mesh know it.</summary>
    public string FullName(MeshService service)
    {
        var declaration = Find(service);
        var zone = declaration?.Module.FindAttribute("ZoneName") is { } attribute
            && declaration.Module.AttributeOf(declaration, attribute, service.Name.Origin, new DiagnosticBag()) is CfnString text ? text.Value : DefaultZone;
        return $"{service.Name.Value}.{zone}".ToLowerInvariant();
    }

    private Declaration? Find(MeshService service) => (service.Namespace ?? Cloudmap) is { } name ? Surroundings.FindDeclaration(Key, name.Value) : null;

    private static bool IsHttp(Declaration declaration) =>
        declaration.Extra.Any(entry => entry is { Name: "Type", Value: YamlScalar { Text: "Http" } });
}
