using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Compiler.Rooms;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Lookups;

/// <summary>Gathers the look-ups of all rooms into the plan that one run against AWS carries out.</summary>
internal static class LookupPlanner
{
    public static LookupPlan Plan(DeclaredApplication application, ModuleSet rooms, DiagnosticBag diagnostics)
    {
        var requests = application.Declarations.SelectMany(declaration => declaration.Module.LookupsOf(declaration))
            .Concat(rooms.ServiceModules.SelectMany(module => module.LookupsOf(application.Project)));
        return new([.. requests
            .GroupBy(request => (request.Section, request.Name))
            .OrderBy(group => group.Key.Section, StringComparer.Ordinal).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => PlanOf([.. group], diagnostics))]);
    }

    // The same look-up in several places is one entry, which has what each of them needs.
    private static PlannedLookup PlanOf(IReadOnlyList<LookupRequest> requests, DiagnosticBag diagnostics)
    {
        var first = requests[0];
        var queries = requests.SelectMany(request => request.Queries)
            .GroupBy(query => (query.Source.Type, query.ListAs, LookupText.Of(query.By)))
            .Select(group => PlanOf(group.First(), diagnostics)).ToList();
        if (queries.Count == 0)
        {
            diagnostics.Add(LookupDiagnostics.NobodyKnowsHow(first.Section, first.Name, first.Lookup.Location));
        }

        return new(first.Section, first.Name, LookupText.Of(first.Lookup), queries, first.Lookup.Location);
    }

    private static PlannedQuery PlanOf(LookupQuery query, DiagnosticBag diagnostics) => new(
        query.Source.TaggingType,
        query.Source.Type,
        query.Source.ArnPattern,
        query.Source.Identifier,
        LookupKeyReader.Read(query, diagnostics),
        [.. query.Source.Attributes.Select(attribute => new PlannedAttribute(attribute.Name, attribute.From, attribute.IsOptional, attribute.IsKey))],
        query.By.Location)
    {
        ListAs = query.ListAs,
        Where = query.Where is { } where ? new(where.Path, where.Attribute) : null,
    };
}
