using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>The mounts of another container of the same task: <c>service</c> or <c>service:ro</c>.</summary>
internal static class VolumesFrom
{
    public static CfnList Of(ComposeService service, Family family, DiagnosticBag diagnostics) =>
        new Cfn(service.Origin).List(Sources(service).Select(source => Source(source, service, family, diagnostics)));

    private static IEnumerable<YamlScalar> Sources(ComposeService service) => (service.Node["volumes_from"] as YamlSequence)?.Items.OfType<YamlScalar>() ?? [];

    private static CfnMap? Source(YamlScalar source, ComposeService service, Family family, DiagnosticBag diagnostics)
    {
        var parts = source.Text.Split(':');
        if (!family.Services.Any(other => string.Equals(other.Name, parts[0], StringComparison.Ordinal)))
        {
            diagnostics.Add(AttributeDiagnostics.VolumesFromElsewhere(source.Text, service.Name, source.Location));
            return null;
        }

        var cfn = new Cfn(source.Location);
        return cfn.Map(("SourceContainer", cfn.String(parts[0])), ("ReadOnly", parts.Length > 1 && parts[1] == "ro" ? cfn.Boolean(true) : null));
    }
}
