using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary>What keeps those who publish to a topic from it and cannot be put right here.</summary>
internal static class TopicSenders
{
    public static void Check(Declaration declaration, CfnValue? key, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var deliveries = surroundings.DeliveriesTo(declaration).ToList();
        foreach (var principal in deliveries.GroupBy(delivery => delivery.Principal, StringComparer.Ordinal).Where(_ => !declaration.IsNew))
        {
            diagnostics.Add(SnsDiagnostics.PolicyOfExisting(declaration.Name, principal.Key, principal.First().Origin));
        }

        if (key is null)
        {
            return;
        }

        var senders = deliveries.Select(delivery => delivery.Principal)
            .Concat(declaration.Bound is Topic topic ? topic.Senders.Principals[TopicReader.Kind].Select(service => service.Value) : []);
        if (CustomerKey.IsOfAws(key) && senders.FirstOrDefault() is { } first)
        {
            diagnostics.Add(SnsDiagnostics.KeyOfAws(declaration.Name, first, key.Origin));
        }

        if (CustomerKey.IsHidden(key) && surroundings.LinksTo(declaration).Any(link => link.Use.Access.Count > 0))
        {
            diagnostics.Add(SnsDiagnostics.HiddenKey(declaration.Name, key.Origin));
        }
    }
}
