using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>The resources of listeners: the listener itself, its rules, and certificates beyond the first.</summary>
/// <param name="certificate">The certificate of the domain, for encrypted listeners that name none.</param>
internal sealed class ListenerSynthesizer(Declaration declaration, CfnValue balancerArn, CfnValue? certificate, AuthenticationActions authentication)
{
    // TLS 1.3, and 1.2 with forward secrecy; stated, because AWS's default for templates is of 2016.
    private const string SslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    public IEnumerable<SynthesizedResource> Of(ListenerPlan plan)
    {
        if (plan.ExistingArn is null)
        {
            yield return Listener(plan);
        }

        foreach (var resource in Certificates(plan).Concat(plan.Rules.Select(rule => Rule(plan, rule))))
        {
            yield return resource;
        }
    }

    private SynthesizedResource Listener(ListenerPlan plan)
    {
        var listener = plan.Listener;
        var cfn = new Cfn(listener.Origin);
        var first = listener.Certificates.Count > 0 ? listener.Certificates[0] : certificate;
        return new(plan.Id, "AWS::ElasticLoadBalancingV2::Listener", cfn.Map(
        [
            ("LoadBalancerArn", balancerArn),
            ("Port", cfn.Number(listener.Port.Value)),
            ("Protocol", cfn.String(listener.Protocol)),
            ("Certificates", listener.IsEncrypted && first is not null ? cfn.List(cfn.Map(("CertificateArn", first))) : null),
            ("SslPolicy", listener.IsEncrypted && listener.Properties["SslPolicy"] is null ? cfn.String(SslPolicy) : null),
            .. listener.Properties.Members.Select(member => (member.Name, (CfnValue?)member.Value)),
            ("DefaultActions", cfn.List(plan.Default is { } forward ? Actions(plan, forward, false) : plan.DefaultActions)),
        ]), declaration.HomeOf(), listener.Origin);
    }

    private SynthesizedResource Rule(ListenerPlan plan, RulePlan rule)
    {
        var cfn = new Cfn(rule.Forward.Origin);
        return new(rule.Id, "AWS::ElasticLoadBalancingV2::ListenerRule", cfn.Map(
            ("ListenerArn", plan.ExistingArn ?? cfn.Ref(plan.Id)),
            ("Priority", cfn.Number(rule.Priority)),
            ("Conditions", rule.Conditions),
            ("Actions", cfn.List(Actions(plan, rule.Forward, true)))), declaration.HomeOf(), rule.Forward.Origin);
    }

    private IEnumerable<CfnValue> Actions(ListenerPlan plan, Forward forward, bool isRule)
    {
        var cfn = new Cfn(forward.Origin);
        var action = ForwardAction(forward, cfn);
        return forward.Authentication is { } login
            ? [authentication.Action(plan.Listener, forward, login, isRule).With("Order", cfn.Number(1)), action.With("Order", cfn.Number(2))]
            : [action];
    }

    private static CfnMap ForwardAction(Forward forward, Cfn cfn)
    {
        if (forward.Groups is [{ Group.AlternateId: null } only])
        {
            return cfn.Map(("Type", cfn.String("forward")), ("TargetGroupArn", cfn.Ref(only.Group.Id)));
        }

        var shares = forward.Groups.SelectMany(target => target.Group.AlternateId is { } alternate
            ? [Share(cfn, target.Group.Id, 100), Share(cfn, alternate, 0)]
            : new[] { Share(cfn, target.Group.Id, target.Weight ?? 1) });
        return cfn.Map(("Type", cfn.String("forward")), ("ForwardConfig", cfn.Map(("TargetGroups", cfn.List(shares)))));
    }

    private static CfnMap Share(Cfn cfn, string groupId, long weight) => cfn.Map(("TargetGroupArn", cfn.Ref(groupId)), ("Weight", cfn.Number(weight)));

    private IEnumerable<SynthesizedResource> Certificates(ListenerPlan plan) => plan.Listener.Certificates
        .Select((extra, index) => (extra, index))
        .Where(pair => pair.index > 0 || plan.ExistingArn is not null)
        .Select(pair =>
        {
            var cfn = new Cfn(pair.extra.Origin);
            var name = pair.extra is DeclarationReference declared ? declared.Name : (pair.index + 1).ToString(CultureInfo.InvariantCulture);
            return new SynthesizedResource(LogicalId.From(plan.Id, "Certificate", name), "AWS::ElasticLoadBalancingV2::ListenerCertificate", cfn.Map(
                ("ListenerArn", plan.ExistingArn ?? cfn.Ref(plan.Id)),
                ("Certificates", cfn.List(cfn.Map(("CertificateArn", pair.extra))))), declaration.HomeOf(), pair.extra.Origin);
        });
}
