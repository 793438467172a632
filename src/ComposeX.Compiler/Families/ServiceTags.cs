using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Deploy labels: those that start with <c>ecs.</c> are for this compiler, all others are tags of the ECS service.</summary>
internal static class ServiceTags
{
    private const string Ours = "ecs.";
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    private static readonly Regex _text = new(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", RegexOptions.CultureInvariant);

    public static IEnumerable<Contribution> Of(Family family, DiagnosticBag diagnostics)
    {
        var tags = family.Services
            .SelectMany(service => (service.Deploy?.Labels ?? []).Where(label => IsTag(label, service, diagnostics)))
            .GroupBy(label => label.Name, StringComparer.Ordinal)
            .OrderBy(labels => labels.Key, StringComparer.Ordinal)
            .Select(labels => Tag(labels.First()))
            .ToList();
        return tags.Count == 0 ? [] : [new SetOnService(family, "Tags", new CfnList(tags, tags[0].Origin), tags[0].Origin)];
    }

    private static bool IsTag(ComposeVariable label, ComposeService service, DiagnosticBag diagnostics)
    {
        if (label.Name.StartsWith(Ours, StringComparison.Ordinal))
        {
            if (!DeployLabels.All.Contains(label.Name, StringComparer.Ordinal))
            {
                diagnostics.Add(AttributeDiagnostics.UnknownLabel(label.Name, service.Name, DeployLabels.All, label.NameOrigin));
            }

            return false;
        }

        if (Fault(label) is not { } fault)
        {
            return true;
        }

        diagnostics.Add(AttributeDiagnostics.NoTag(label.Name, service.Name, fault, label.NameOrigin));
        return false;
    }

    private static string? Fault(ComposeVariable label) => (label.Name, label.Value ?? "") switch
    {
        var (name, _) when name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) => "names that start with \"aws:\" are AWS's own",
        var (name, value) when name.Length is 0 or > LongestKey || value.Length > LongestValue => "a name has at most 128 characters and a value 256",
        var (name, value) when !_text.IsMatch(name) || !_text.IsMatch(value) => "AWS takes letters, digits, spaces and _ . : / = + - @ in tags",
        _ => null,
    };

    private static CfnMap Tag(ComposeVariable label) => new Cfn(label.NameOrigin).Map(
        ("Key", new CfnString(label.Name, label.NameOrigin)),
        ("Value", new CfnString(label.Value ?? "", label.ValueOrigin)));
}
