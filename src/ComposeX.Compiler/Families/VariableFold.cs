using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// Folds the compose file's variables with those that resources bring, container by container. The compose file's own value wins; one
/// name that two resources bring is reported.
/// </summary>
internal static class VariableFold
{
    /// <summary>Each container's variables in ordinal order of their names.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Variable>> Fold(FamilyRequest request, DiagnosticBag diagnostics)
    {
        var result = new Dictionary<string, IReadOnlyList<Variable>>(StringComparer.Ordinal);
        foreach (var service in request.Family.Services)
        {
            var asked = request.Asked<SetVariable>().Where(variable => variable.Containers.Contains(service.Name, StringComparer.Ordinal)).ToList();
            var names = new HashSet<string>(asked.Select(variable => variable.Name), StringComparer.Ordinal);
            var own = service.Environment
                .Where(variable => !IsReplaced(asked, variable) && !Hides(request, service.Name, variable.Name, variable.NameOrigin, diagnostics) && IsSet(variable, names, diagnostics))
                .Select(variable => new Variable(variable.Name, PropertiesReader.ReadText(variable.Value ?? "", variable.ValueOrigin), variable.NameOrigin))
                .ToList();
            var brought = asked
                .Where(variable => !Hides(request, service.Name, variable.Name, variable.Origin, diagnostics) && !YieldsToOwn(variable, own, service.Name, diagnostics))
                .Select(variable => new Variable(variable.Name, variable.Value, variable.Origin));
            result.Add(service.Name, Once(service.Name, own.Concat(brought), diagnostics));
        }

        return result;
    }

    /// <summary>What ECS hands a container from secret stores, in ordinal order of the names; one name asked for twice counts once.</summary>
    public static IReadOnlyList<AddSecret> Secrets(FamilyRequest request, string container) => [.. request.Asked<AddSecret>()
        .Where(secret => secret.Containers.Contains(container, StringComparer.Ordinal))
        .GroupBy(secret => secret.Name, StringComparer.Ordinal)
        .OrderBy(secret => secret.Key, StringComparer.Ordinal)
        .Select(secret => secret.Last())];

    private static bool IsReplaced(IReadOnlyList<SetVariable> asked, Compose.Projects.ComposeVariable variable) =>
        asked.Any(set => set.Replaces && string.Equals(set.Name, variable.Name, StringComparison.Ordinal));

    // What the file says under "environment" is meant, whatever a resource would say by itself.
    private static bool YieldsToOwn(SetVariable variable, IReadOnlyList<Variable> own, string container, DiagnosticBag diagnostics)
    {
        var other = own.FirstOrDefault(other => string.Equals(other.Name, variable.Name, StringComparison.Ordinal));
        if (other is not null && !CfnValueComparer.Default.Equals(other.Value, variable.Value))
        {
            diagnostics.Add(variable.IsDefault
                ? FamilyDiagnostics.OwnInPlaceOfDefault(variable.Name, container, other.Origin)
                : FamilyDiagnostics.OwnInPlaceOfAsked(variable.Name, container, other.Origin, variable.Origin));
        }

        return other is not null;
    }

    // ECS takes a name once: what comes from a secret store is meant to replace the plain value.
    private static bool Hides(FamilyRequest request, string container, string variable, Location origin, DiagnosticBag diagnostics)
    {
        var secret = Secrets(request, container).FirstOrDefault(secret => string.Equals(secret.Name, variable, StringComparison.Ordinal));
        if (secret is not null)
        {
            diagnostics.Add(FamilyDiagnostics.HiddenBySecret(variable, container, origin));
        }

        return secret is not null;
    }

    private static bool IsSet(Compose.Projects.ComposeVariable variable, HashSet<string> brought, DiagnosticBag diagnostics)
    {
        if (variable.Value is null && !brought.Contains(variable.Name))
        {
            diagnostics.Add(FamilyDiagnostics.VariableWithoutValue(variable.Name, variable.NameOrigin));
        }

        return variable.Value is not null;
    }

    private static IReadOnlyList<Variable> Once(string container, IEnumerable<Variable> variables, DiagnosticBag diagnostics)
    {
        var byName = variables.GroupBy(variable => variable.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in byName)
        {
            var first = group.First();
            foreach (var again in group.Skip(1).Where(again => !CfnValueComparer.Default.Equals(again.Value, first.Value)))
            {
                diagnostics.Add(ModelDiagnostics.VariableSetTwice(first.Name, container, first.Origin, again.Origin));
            }
        }

        return [.. byName.Select(group => group.First())];
    }
}

/// <summary>An environment variable of a container.</summary>
internal sealed record Variable(string Name, CfnValue Value, Location Origin);
