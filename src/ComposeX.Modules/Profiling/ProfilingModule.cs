using System.Collections.Generic;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Profiling;

/// <summary><c>x-codeguru_profiler</c> of a service, which nothing is made of: said, not ignored.</summary>
public sealed class ProfilingModule : ServiceModule
{
    public override IReadOnlyList<string> Keys { get; } = ["x-codeguru_profiler", "x-codeguru-profiler"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        foreach (var service in family.Services)
        {
            if (service.Key([.. Keys]) is { } key && key.Value is not YamlScalar { Text: "false" or "False" })
            {
                diagnostics.Add(ProfilingDiagnostics.NotHere(key.Name, service.Name, key.Key.Location));
            }
        }

        return new Synthesized();
    }
}
