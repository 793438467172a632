using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>Target groups by the names of their load balancer, family and port: <c>x-elbv2::public::web::80</c>.</summary>
internal static class TargetGroups
{
    public const string Key = "x-elbv2";

    private static readonly string[] Separator = ["::"];

    /// <summary>The full name of the target group that the text names; null, and a finding, when it names none.</summary>
    public static CfnValue? Find(CfnString text, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var parts = text.Value.Split(Separator, 3, StringSplitOptions.None);
        if (parts.Length == 3)
        {
            return Find(parts[1], parts[2], text.Origin, surroundings, diagnostics);
        }

        diagnostics.Add(AlarmsDiagnostics.NoTargetGroup(text.Value, text.Origin));
        return null;
    }

    /// <param name="target">A family, and behind it a service if need be, and the port.</param>
    public static CfnValue? Find(string balancer, string target, Location origin, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var parts = target.Split(Separator, StringSplitOptions.None);
        if (parts.Length > 3)
        {
            diagnostics.Add(AlarmsDiagnostics.NoTargetGroup($"{Key}::{balancer}::{target}", origin));
            return null;
        }

        if (surroundings.FindDeclaration(Key, balancer) is not { } declaration)
        {
            return new DeclarationReference(Key, balancer, null, origin);
        }

        var groups = surroundings.Offers<TargetGroupOffer>()
            .Where(group => group.Declaration == declaration && string.Equals(group.Offer.FamilyName, parts[0], StringComparison.Ordinal))
            .Select(group => group.Offer.TargetGroupFullName)
            .Distinct(CfnValueComparer.Default)
            .ToList();
        if (groups.Count == 0)
        {
            diagnostics.Add(AlarmsDiagnostics.NotATarget(parts[0], balancer, origin));
            return null;
        }

        return groups.Count == 1 ? groups[0] : OfPort(declaration, parts, groups, origin, diagnostics);
    }

    // The load balancer's own room knows its groups by family and port; what it answers is believed when it is one of them.
    private static CfnValue? OfPort(Declaration declaration, string[] parts, IReadOnlyList<CfnValue> groups, Location origin, DiagnosticBag diagnostics)
    {
        var asked = parts.Length == 1 ? null
            : declaration.Module.AttributeOf(declaration, new ModuleAttribute($"{parts[0]}::{parts[parts.Length - 1]}", null), origin, new DiagnosticBag());
        if (asked is not null && groups.Contains(asked, CfnValueComparer.Default))
        {
            return asked;
        }

        diagnostics.Add(AlarmsDiagnostics.SeveralTargetGroups(parts[0], declaration.Name, origin));
        return null;
    }
}
