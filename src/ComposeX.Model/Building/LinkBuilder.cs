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
        foreach (var choice in use.Access.Where(choice => module.SetsOf(choice).Count == 0))
        {
            CheckAccess(module, choice, diagnostics);
        }

        foreach (var value in use.ReturnValues.Where(value => module.FindAttribute(value.Attribute.Value) is null))
        {
            diagnostics.Add(ModelDiagnostics.UnknownAttribute(value.Attribute.Value, module.Key, [.. module.Attributes.Select(attribute => attribute.Name)], value.Attribute.Origin));
        }
    }

    private static void CheckAccess(Module module, AccessChoice choice, DiagnosticBag diagnostics)
    {
        var sides = module.Access.Select(set => set.Dimension).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (choice.Dimension is { } side && !sides.Contains(side.Value, StringComparer.Ordinal))
        {
            diagnostics.Add(ModelDiagnostics.UnknownSide(side.Value, module.Key, sides, side.Origin));
            return;
        }

        var sets = module.Access.Where(set => (choice.Dimension is not null || set.Name != AccessSet.On) && (choice.Dimension is null || set.Dimension == choice.Dimension.Value.Value)).ToList();
        IReadOnlyList<string> known = [.. sets.Where(set => !set.IsTemplate).Select(set => set.Name).Distinct(StringComparer.Ordinal)];
        diagnostics.Add(SamPolicies.IsKnown(choice.Name.Value)
            ? ModelDiagnostics.TemplateOfOthers(choice.Name.Value, SamPolicies.KeyOf(choice.Name.Value), module.Key, known, choice.Name.Origin)
            : ModelDiagnostics.UnknownAccess(choice.Name.Value, module.Key, known, [.. sets.Select(set => set.Name)], choice.Name.Origin));
    }
}
