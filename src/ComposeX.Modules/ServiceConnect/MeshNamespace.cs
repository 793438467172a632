using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Where the names of the mesh are.</summary>
/// <param name="Cloudmap">The namespace under <c>x-cloudmap</c> that nodes take part in; null for the one that the application has by default.</param>
/// <param name="Zone">The namespace under <c>x-cloudmap</c> whose zone the names have, as in App Mesh, or else that of the nodes; null for App Mesh's own default.</param>
internal sealed record MeshNamespace(Located<string>? Cloudmap, Located<string>? Zone, Surroundings Surroundings)
{
    private const string Key = "x-cloudmap";

    // The zone that App Mesh has where the file names none: clients know names in it.
    private const string DefaultZone = "cluster.lan";

    /// <summary>The namespace that nodes name, for Service Connect or for DNS, or names of the mesh do; or else the first private one.</summary>
    public static MeshNamespace Of(MeshPlan plan, MeshTopology topology, Surroundings surroundings)
    {
        var declared = surroundings.Declarations.Where(declaration => declaration.Module.Key == Key).ToList();
        var families = topology.Ends.Select(end => end.Family).OfType<Family>().ToList();
        var registered = families.SelectMany(NetworkKey.Registrations).Where(IsDeclared).ToList();
        var found = registered.Concat(declared.Where(IsPrivate).Select(declaration => new Located<string>(declaration.Name, plan.Origin))).ToList();
        var connected = families.SelectMany(NetworkKey.ConnectNamespaces)
            .Concat(registered)
            .Concat(plan.Services.Select(service => service.Namespace).OfType<Located<string>>())
            .Concat(found)
            .Concat(declared.Count == 1 ? [new(declared[0].Name, plan.Origin)] : Array.Empty<Located<string>>())
            .Where(IsDeclared)
            .ToList();
        Located<string>? first = connected.Count == 0 ? null : connected[0];
        return new(first, found.Count == 0 ? first : found[0], surroundings);

        bool IsDeclared(Located<string> name) => declared.Any(declaration => string.Equals(declaration.Name, name.Value, StringComparison.Ordinal));
    }

    /// <summary>Reports names of the mesh that are in no namespace there is.</summary>
    public void Check(MeshPlan plan, DiagnosticBag diagnostics)
    {
        var known = Surroundings.Declarations.Where(declaration => declaration.Module.Key == Key).Select(declaration => declaration.Name).ToList();
        foreach (var unknown in plan.Services.Select(service => service.Namespace).OfType<Located<string>>().Where(name => !known.Contains(name.Value, StringComparer.Ordinal)))
        {
            diagnostics.Add(ModelDiagnostics.UnknownDeclaration(Key, unknown.Value, known, unknown.Origin));
        }
    }

    /// <summary>The ARN, as ECS services take it.</summary>
    public CfnValue Arn(Cfn cfn) => Cloudmap is { } name ? new DeclarationReference(Key, name.Value, "Arn", name.Origin) : cfn.GetAtt(DefaultDiscovery.NamespaceId, "Arn");

    /// <summary>The id of the namespace that a name of the mesh is in, when that is in DNS; null when it is not.</summary>
    public DeclarationReference? InDns(MeshService service) => Label(service) is not null && Find(service) is { } declaration && IsPrivate(declaration)
        ? new(Key, declaration.Name, "Id", service.Name.Origin)
        : null;

    /// <summary>What stands before the zone; null for a name of another zone.</summary>
    public string? Label(MeshService service)
    {
        var name = service.Name.Value.ToLowerInvariant();
        var zone = "." + ZoneOf(service);
        return name.EndsWith(zone, StringComparison.Ordinal) ? name.Substring(0, name.Length - zone.Length)
            : name.IndexOf('.') < 0 ? name
            : null;
    }

    /// <summary>The name with its zone, as clients of App Mesh know it.</summary>
    public string FullName(MeshService service) => Label(service) is { } label ? $"{label}.{ZoneOf(service)}" : service.Name.Value.ToLowerInvariant();

    private string ZoneOf(MeshService service)
    {
        var declaration = Find(service);
        return declaration?.Module.FindAttribute("ZoneName") is { } attribute
            && declaration.Module.AttributeOf(declaration, attribute, service.Name.Origin, new DiagnosticBag()) is CfnString text ? text.Value.ToLowerInvariant() : DefaultZone;
    }

    private Declaration? Find(MeshService service) => (service.Namespace ?? Zone) is { } name ? Surroundings.FindDeclaration(Key, name.Value) : null;

    private static bool IsPrivate(Declaration declaration) =>
        declaration.Extra.All(entry => entry is not { Name: "Type", Value: YamlScalar type } || type.Text == "Private");
}
