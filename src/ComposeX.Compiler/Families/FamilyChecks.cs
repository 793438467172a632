using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>What Compose takes, ECS refuses, and AWS's published schema does not say.</summary>
internal static class FamilyChecks
{
    private static readonly Regex Name = new("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant);

    public static void Check(Family family, DiagnosticBag diagnostics)
    {
        if (!Name.IsMatch(family.Name))
        {
            diagnostics.Add(FamilyDiagnostics.BadName(family.Name, family.Origin));
        }

        foreach (var service in family.Services)
        {
            if (!Name.IsMatch(service.Name))
            {
                diagnostics.Add(FamilyDiagnostics.BadName(service.Name, service.Origin));
            }

            foreach (var port in service.Ports.Where(port => !ContainerPort.IsPort(port.Target.Value)))
            {
                diagnostics.Add(FamilyDiagnostics.NoPort(port.Target.Value.ToString(CultureInfo.InvariantCulture), port.Target.Origin));
            }

            foreach (var port in service.Expose.Where(port => ContainerPort.Exposed(port) is null))
            {
                diagnostics.Add(FamilyDiagnostics.NoPort(port.Value, port.Origin));
            }
        }
    }
}
