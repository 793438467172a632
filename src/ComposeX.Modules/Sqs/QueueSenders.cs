using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary>What keeps those who send to a queue from it and cannot be put right here.</summary>
internal static class QueueSenders
{
    public static void Check(Declaration declaration, CfnValue? key, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var deliveries = surroundings.DeliveriesTo(declaration).ToList();
        foreach (var principal in deliveries.GroupBy(delivery => delivery.Principal, StringComparer.Ordinal).Where(_ => !declaration.IsNew))
        {
            diagnostics.Add(SqsDiagnostics.PolicyOfExisting(declaration.Name, principal.Key, principal.First().Origin));
        }

        if (key is null)
        {
            return;
        }

        var senders = deliveries.Select(delivery => (delivery.Principal, delivery.Origin))
            .Concat(declaration.Bound is Queue queue ? queue.Senders.Principals.Values.SelectMany(services => services).Select(service => (Principal: service.Value, service.Origin)) : []);
        if (CustomerKey.IsOfAws(key) && senders.OrderBy(sender => sender.Origin.Line).Select(sender => sender.Principal).FirstOrDefault() is { } first)
        {
            diagnostics.Add(SqsDiagnostics.KeyOfAws(declaration.Name, first, key.Origin));
        }

        if (CustomerKey.IsHidden(key) && surroundings.LinksTo(declaration).Any(link => link.Use.Access.Count > 0))
        {
            diagnostics.Add(SqsDiagnostics.HiddenKey(declaration.Name, key.Origin));
        }
    }
}
