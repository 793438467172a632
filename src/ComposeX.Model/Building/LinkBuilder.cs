using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>Finds whom a declaration's <c>Services</c> mean: a family as a whole, or a service in each family it belongs to.</summary>
internal static class LinkBuilder
{
    public static IReadOnlyList<Link> Build(IReadOnlyList<Declaration> declarations, IReadOnlyList<Family> families, DiagnosticBag diagnostics) =>
        [.. declarations.SelectMany(declaration => declaration.Services.SelectMany(use => Resolve(declaration, use, families, diagnostics)))];

    private static IEnumerable<Link> Resolve(Declaration declaration, ServiceUse use, IReadOnlyList<Family> families, DiagnosticBag diagnostics)
    {
        Check(declaration, use, diagnostics);
        var links = Find(declaration, use, families);
        if (links.Count == 0)
        {
            var known = families.Select(family => family.Name).Concat(families.SelectMany(family => family.Services).Select(service => service.Name));
            diagnostics.Add(ModelDiagnostics.UnknownTarget(use.Target.Value, [.. known.Distinct(StringComparer.Ordinal)], use.Target.Origin));
        }

        return links;
    }

    private static IReadOnlyList<Link> Find(Declaration declaration, ServiceUse use, IReadOnlyList<Family> families)
    {
        var name = use.Target.Value;
        if (families.FirstOrDefault(family => string.Equals(family.Name, name, StringComparison.Ordinal)) is { } whole)
        {
            return [new(declaration, whole, whole.Services, use)];
        }

        return [.. families
            .SelectMany(family => family.Services.Where(service => string.Equals(service.Name, name, StringComparison.Ordinal)).Select(service => (family, service)))
            .Select(found => new Link(declaration, found.family, [found.service], use))];
    }

    private static void Check(Declaration declaration, ServiceUse use, DiagnosticBag diagnostics)
    {
        var module = declaration.Module;
        if (use.Access is { } access && !module.Access.Any(set => string.Equals(set.Name, access.Value, StringComparison.Ordinal)))
        {
            diagnostics.Add(ModelDiagnostics.UnknownAccess(access.Value, module.Key, [.. module.Access.Select(set => set.Name)], access.Origin));
        }

        foreach (var value in use.ReturnValues.Where(value => module.FindAttribute(value.Attribute.Value) is null))
        {
            diagnostics.Add(ModelDiagnostics.UnknownAttribute(value.Attribute.Value, module.Key, [.. module.Attributes.Select(attribute => attribute.Name)], value.Attribute.Origin));
        }
    }
}
