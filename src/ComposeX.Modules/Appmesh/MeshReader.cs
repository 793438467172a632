using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads <c>x-appmesh</c> as a whole.</summary>
internal sealed class MeshReader(Declaration declaration, DiagnosticBag diagnostics)
{
    private static readonly Regex Name = new("^[A-Za-z0-9_-]{1,255}$", RegexOptions.CultureInvariant);

    private static readonly Regex Account = new("^[0-9]{12}$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    private static readonly string[] Filters = ["DROP_ALL", "ALLOW_ALL"];

    /// <summary>Keys of <c>Properties</c> that are ours; the others are the mesh's own in CloudFormation's words.</summary>
    public static IReadOnlyList<string> OwnProperties { get; } = ["MeshOwner", "EgressFilter", "EgressPolicy"];

    public MeshPlan Read()
    {
        var properties = MappingReader.Of(declaration.Properties, diagnostics);
        var lookup = MappingReader.Of(declaration.Lookup as YamlMapping, diagnostics);
        var macros = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        var (foundName, foundOwner) = (lookup.Text("MeshName"), lookup.Text("MeshOwner"));
        var plan = new MeshPlan(declaration.Origin)
        {
            Name = properties.Text("MeshName") ?? foundName ?? (declaration.Use is YamlScalar use ? new(use.Text, use.Location) : null),
            Owner = properties.Text("MeshOwner") ?? foundOwner,
            AllowsAllEgress = Egress(properties),
            EnvoyImage = macros.Text("EnvoyImage"),
            ClusterWideGroup = macros.Boolean("ClusterWideSecurityGroup"),
            Nodes = [.. Section(settings, "Nodes", true).Select(node => NodeReader.Read(node, diagnostics)).OfType<MeshNode>()],
            Routers = [.. Section(settings, "Routers", false).Select(router => RouterReader.Read(router, diagnostics)).OfType<MeshRouter>()],
            Services = [.. Section(settings, "Services", true).Select(service => ServiceReader.Read(service, diagnostics)).OfType<MeshService>()],
        };
        macros.RejectOthers("MacroParameters of x-appmesh");
        settings.RejectOthers("Settings of x-appmesh");
        CheckExisting(plan, lookup);
        Check(plan);
        return plan;
    }

    private IReadOnlyList<YamlMapping> Section(MappingReader settings, string name, bool isNeeded)
    {
        if (isNeeded && KeyNames.Of(name).All(key => declaration.Settings?[key] is null))
        {
            diagnostics.Add(AppmeshDiagnostics.NothingUnder(name, declaration.Settings?.Location ?? declaration.Origin));
        }

        return settings.Mappings(name, "a list of mappings", diagnostics);
    }

    private Located<bool>? Egress(MappingReader properties)
    {
        var word = properties.Text("EgressFilter", "EgressPolicy") ?? OfSpec();
        return word is { } written && ValueReader.Choice("EgressFilter", written, Filters, diagnostics) is { } filter
            ? new(string.Equals(filter.Value, "ALLOW_ALL", StringComparison.Ordinal), filter.Origin)
            : null;
    }

    private Located<string>? OfSpec() => ((declaration.Properties?["Spec"] as YamlMapping)?["EgressFilter"] as YamlMapping)?["Type"] is YamlScalar type ? new(type.Text, type.Location) : null;

    private void CheckExisting(MeshPlan plan, MappingReader lookup)
    {
        foreach (var key in new[] { "Arn", "Identifier", "Tags", "RoleArn", "Region" })
        {
            _ = lookup.Node(key);
        }

        lookup.RejectOthers("Lookup of x-appmesh");
        if (declaration.Use is { } use and not YamlScalar)
        {
            diagnostics.Add(AppmeshDiagnostics.NotAName(use.Location));
        }

        if (declaration.Lookup is { } node and not YamlMapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Lookup", "a mapping with MeshName", node.Location));
        }

        if (!declaration.IsNew || plan.Owner is not null)
        {
            foreach (var other in (declaration.Properties?.Entries ?? []).Where(entry => entry.Name is not ("MeshName" or "MeshOwner")))
            {
                diagnostics.Add(AppmeshDiagnostics.OfTheOwner(other.Name, other.Key.Location));
            }
        }
    }

    private void Check(MeshPlan plan)
    {
        if (plan.Name is { } name && !Name.IsMatch(name.Value))
        {
            diagnostics.Add(AppmeshDiagnostics.BadName("mesh", name.Value, name.Origin));
        }

        if (plan.Owner is { } owner && !Account.IsMatch(owner.Value))
        {
            diagnostics.Add(AppmeshDiagnostics.BadOwner(owner.Value, owner.Origin));
        }

        foreach (var (part, kind) in plan.Nodes.Select(node => (node.Name, "node")).Concat(plan.Routers.Select(router => (router.Name, "router"))))
        {
            if (!Name.IsMatch(part.Value.Replace(':', '-').Replace('.', '-')))
            {
                diagnostics.Add(AppmeshDiagnostics.BadName(kind, part.Value, part.Origin));
            }
        }

        Once("node", plan.Nodes.Select(node => node.Name));
        Once("router", plan.Routers.Select(router => router.Name));
        Once("service", plan.Services.Select(service => service.Name));
    }

    private void Once(string kind, IEnumerable<Located<string>> names)
    {
        foreach (var same in names.GroupBy(name => name.Value, StringComparer.Ordinal))
        {
            foreach (var again in same.Skip(1))
            {
                diagnostics.Add(AppmeshDiagnostics.DeclaredTwice(kind, again.Value, same.First().Origin, again.Origin));
            }
        }
    }
}
