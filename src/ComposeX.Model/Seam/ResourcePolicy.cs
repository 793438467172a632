using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>Statements of the policy of what others send to: a queue's, a topic's.</summary>
/// <param name="Arn">The ARN of what the policy is for.</param>
public sealed record ResourcePolicy(CfnValue Arn)
{
    // A bucket's ARN has no account.
    private const string WithoutAccount = "s3.amazonaws.com";

    /// <summary>Nobody may do anything without TLS.</summary>
    public CfnMap SecureConnectionOnly(string actions, Location origin)
    {
        var cfn = new Cfn(origin);
        return cfn.Map(
            ("Sid", cfn.String("SecureConnectionOnly")),
            ("Effect", cfn.String("Deny")),
            ("Principal", cfn.String("*")),
            ("Action", cfn.String(actions)),
            ("Resource", Arn),
            ("Condition", cfn.Map(("Bool", cfn.Map(("aws:SecureTransport", cfn.String("false")))))));
    }

    /// <summary>An AWS service may do something on behalf of this account.</summary>
    /// <param name="purpose">What it is for, before the service's name in the statement's id.</param>
    public CfnMap ForService(string purpose, Located<string> principal, IReadOnlyList<string> actions)
    {
        var cfn = new Cfn(principal.Origin);
        return Allow(LogicalId.From(purpose, ServicePrincipals.ShortName(principal.Value)), principal.Value, actions, ServicePrincipals.ForThisAccount(principal.Value, cfn), cfn);
    }

    /// <summary>One statement for each service that delivers to a declaration, from the sources that other declarations name.</summary>
    public IEnumerable<CfnMap> Deliveries(Declaration target, Surroundings surroundings, string action) => surroundings.DeliveriesTo(target)
        .GroupBy(delivery => delivery.Principal, StringComparer.Ordinal)
        .OrderBy(deliveries => deliveries.Key, StringComparer.Ordinal)
        .Select(deliveries => (Principal: deliveries.Key, All: deliveries.ToList(), Cfn: new Cfn(deliveries.First().Origin)))
        .Select(from => Allow(LogicalId.From(ServicePrincipals.ShortName(from.Principal), "Delivers"), from.Principal, [action], Sources(from.All, from.Cfn), from.Cfn));

    private static CfnMap Sources(IReadOnlyList<DeliveryOffer> deliveries, Cfn cfn)
    {
        var account = ("StringEquals", (CfnValue?)cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId"))));
        if (deliveries.Any(delivery => delivery.SourceArn is null))
        {
            return cfn.Map(account);
        }

        var sources = deliveries.Select(delivery => delivery.SourceArn!).Distinct(CfnValueComparer.Default).ToList();
        var source = ("ArnLike", (CfnValue?)cfn.Map(("aws:SourceArn", sources.Count == 1 ? sources[0] : cfn.List(sources))));
        return deliveries[0].Principal == WithoutAccount ? cfn.Map(source, account) : cfn.Map(source);
    }

    private CfnMap Allow(string sid, string principal, IReadOnlyList<string> actions, CfnMap condition, Cfn cfn) => cfn.Map(
        ("Sid", cfn.String(sid)),
        ("Effect", cfn.String("Allow")),
        ("Principal", cfn.Map(("Service", cfn.String(principal)))),
        ("Action", actions.Count == 1 ? cfn.String(actions[0]) : cfn.Strings(actions)),
        ("Resource", Arn),
        ("Condition", condition));
}
