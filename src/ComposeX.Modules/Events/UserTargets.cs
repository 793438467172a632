using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Events;

/// <summary>Targets of a rule that the user wrote: kept as they are, with queues and topics of this file by their names.</summary>
internal static class UserTargets
{
    private const string Principal = "events.amazonaws.com";

    // Those that let a rule in by their own policy; other targets need a role, which the user names.
    private static readonly string[] Receivers = ["x-sqs", "x-sns"];

    public static CfnList Of(RulePlan plan) => plan.Properties["Targets"] is CfnList list
        ? (CfnList)list.Replace(value => value is CfnMap map ? WithArn(map) : value)
        : new CfnList([], plan.Properties.Origin);

    /// <summary>What the rule sends, or puts aside when it cannot send, to whom.</summary>
    public static IEnumerable<Offer> Deliveries(Declaration declaration, RulePlan plan) =>
        ReceiversOf(plan).Select(target => new DeliveryOffer(target, Principal, RuleNames.ArnOf(declaration, target.Origin), target.Origin));

    /// <summary>The policies that let the rule in, which are there before it runs for the first time.</summary>
    public static IEnumerable<string> WaitsFor(RulePlan plan, Surroundings surroundings) =>
        from target in ReceiversOf(plan)
        from receiver in surroundings.Offers<ReceiverOffer>()
        where receiver.Declaration == surroundings.FindDeclaration(target.Key, target.Name)
        from id in receiver.Offer.WaitFor
        select id;

    private static IEnumerable<DeclarationReference> ReceiversOf(RulePlan plan) => Of(plan).Items.OfType<CfnMap>()
        .SelectMany(target => new[] { target["Arn"], (target["DeadLetterConfig"] as CfnMap)?["Arn"] })
        .OfType<DeclarationReference>()
        .Where(target => Receivers.Contains(target.Key))
        .GroupBy(target => (target.Key, target.Name))
        .Select(targets => targets.First());

    private static CfnMap WithArn(CfnMap map) => map["Arn"] is DeclarationReference { Attribute: null } reference ? map.With("Arn", reference with { Attribute = "Arn" }) : map;
}
