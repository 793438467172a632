using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>Services that share a task have one word in what only the task or its service can have.</summary>
internal static class Agreement
{
    /// <summary>What those say that say anything; null when nobody does. Who contradicts the first is reported.</summary>
    public static Located<T>? Of<T>(Family family, string key, IEnumerable<Located<T>?> said, DiagnosticBag diagnostics)
        where T : notnull
    {
        var all = said.OfType<Located<T>>().ToList();
        foreach (var other in all.Skip(1).Where(other => !other.Value.Equals(all[0].Value)))
        {
            diagnostics.Add(EcsDiagnostics.Disagreement(key, Convert.ToString(other.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "", family.Name, all[0].Origin, other.Origin));
        }

        return all.Count == 0 ? null : all[0];
    }

    /// <summary>A value out of a few; null, and a finding, when it is none of them.</summary>
    public static Located<string>? OneOf(string key, IReadOnlyList<string> choices, Located<string>? said, DiagnosticBag diagnostics)
    {
        if (said is not { } given)
        {
            return null;
        }

        if (choices.Contains(given.Value.ToUpperInvariant(), StringComparer.Ordinal))
        {
            return given with { Value = given.Value.ToUpperInvariant() };
        }

        diagnostics.Add(EcsDiagnostics.UnknownChoice(key, given.Value, choices, given.Origin));
        return null;
    }
}
