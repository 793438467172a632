using System;
using System.Text.RegularExpressions;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Images;

/// <summary>Checks what the user asks of an image's scan. Nothing carries it out yet, and that is said.</summary>
internal static class VulnerabilitiesScan
{
    private static readonly string[] Severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW"];

    private static readonly string[] Outcomes = ["Success", "Failure"];

    private static readonly Regex Role = new("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$", RegexOptions.CultureInvariant);

    public static void Check(MappingReader reader, DiagnosticBag diagnostics)
    {
        var thresholds = MappingReader.Of(reader.Mapping("Thresholds"), diagnostics);
        foreach (var severity in Severities)
        {
            if (thresholds.Integer(severity) is { Value: < 0 } threshold)
            {
                diagnostics.Add(ImagesDiagnostics.BadThreshold(severity, threshold.Origin));
            }
        }

        thresholds.RejectOthers();
        _ = reader.Boolean("IgnoreFailure");
        if (reader.Text("TreatFailedAs") is { } outcome && Array.IndexOf(Outcomes, outcome.Value) < 0)
        {
            diagnostics.Add(ImagesDiagnostics.UnknownOutcome(outcome.Value, Outcomes, outcome.Origin));
        }

        CheckRole(reader, diagnostics);
        reader.RejectOthers();
    }

    /// <summary>The role that reads images of another account.</summary>
    public static void CheckRole(MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Text("RoleArn") is { } role && !Role.IsMatch(role.Value))
        {
            diagnostics.Add(ImagesDiagnostics.NoRole(role.Value, role.Origin));
        }
    }
}
