using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Finds what depends on itself: one finding for each cycle, at the reference that closes it.</summary>
internal sealed class CycleFinder
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Reference>> _edges;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<string> _path = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    private CycleFinder(IReadOnlyDictionary<string, IReadOnlyList<Reference>> edges, DiagnosticBag diagnostics)
    {
        _edges = edges;
        _diagnostics = diagnostics;
    }

    public static void CheckResources(TemplateScope scope, DiagnosticBag diagnostics) =>
        Check(scope.Template.Resources.Select(resource => (resource.LogicalId, DependenciesOf(resource))), diagnostics);

    public static void CheckConditions(TemplateScope scope, DiagnosticBag diagnostics) => Check(
        scope.Template.Conditions.Select(condition => (condition.Name, (IReadOnlyList<Reference>)
            [.. References.Conditions(condition.Expression).Select(name => new Reference(name.Value, null, name.Origin))])),
        diagnostics);

    /// <summary>What must be there before a resource.</summary>
    public static IReadOnlyList<Reference> DependenciesOf(Resource resource) =>
        [.. References.In(resource.Properties), .. resource.DependsOn.Select(name => new Reference(name, null, resource.Origin))];

    private static void Check(IEnumerable<(string Name, IReadOnlyList<Reference> Dependencies)> nodes, DiagnosticBag diagnostics)
    {
        var edges = new Dictionary<string, IReadOnlyList<Reference>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var (name, dependencies) in nodes.Where(node => !edges.ContainsKey(node.Name)))
        {
            edges.Add(name, dependencies);
            order.Add(name);
        }

        var finder = new CycleFinder(edges, diagnostics);
        foreach (var name in order)
            finder.Visit(name);
    }

    private void Visit(string name)
    {
        if (_done.Contains(name))
            return;
        _path.Add(name);
        foreach (var reference in _edges[name].Where(reference => _edges.ContainsKey(reference.Name)))
        {
            var start = _path.IndexOf(reference.Name);
            if (start < 0)
                Visit(reference.Name);
            else if (!_path.Skip(start).Any(_done.Contains))
                Report([.. _path.Skip(start), reference.Name], reference);
        }

        _path.RemoveAt(_path.Count - 1);
        _done.Add(name);
    }

    // What is reported counts as done at once, so that one cycle is one finding however many references close it.
    private void Report(IReadOnlyList<string> cycle, Reference closing)
    {
        _diagnostics.Add(FunctionDiagnostics.Cycle(cycle, closing.Origin));
        foreach (var name in cycle)
            _done.Add(name);
    }
}
