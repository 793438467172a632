using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>What a load balancer asks of the families behind it: to register, to let it in, and to start when requests can come.</summary>
internal sealed class FamilyContributions(Declaration declaration, Balancer balancer, IReadOnlyList<ListenerPlan> plans)
{
    // How long ECS overlooks a target that is not healthy yet, unless the container's health check says how long it starts.
    private const long GracePeriod = 300;

    public IEnumerable<Contribution> Of(ResolvedGroup group) => group.Members.SelectMany(member => Of(group, member));

    /// <summary>The role with which ECS moves requests from one version to the next.</summary>
    public static SynthesizedResource InfrastructureRole(Family family)
    {
        var cfn = new Cfn(family.Origin);
        return new(RoleId(family), "AWS::IAM::Role", cfn.Map(
            ("Description", cfn.String($"What ECS may do to the load balancers of {family.Name}")),
            ("AssumeRolePolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(cfn.Map(
                    ("Effect", cfn.String("Allow")),
                    ("Principal", cfn.Map(("Service", cfn.String("ecs.amazonaws.com")))),
                    ("Action", cfn.String("sts:AssumeRole"))))))),
            ("ManagedPolicyArns", cfn.List(cfn.Sub("arn:${AWS::Partition}:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers")))), Home.IdentityOf(family), family.Origin);
    }

    private IEnumerable<Contribution> Of(ResolvedGroup group, ResolvedMember member)
    {
        var origin = member.Member.Text.Origin;
        var cfn = new Cfn(origin);
        yield return new SetOnService(member.Family, "LoadBalancers", cfn.List(cfn.Map(
            ("ContainerName", cfn.String(member.Service.Name)),
            ("ContainerPort", cfn.Number(member.Port)),
            ("TargetGroupArn", cfn.Ref(group.Id)),
            ("AdvancedConfiguration", group.AlternateId is { } alternate ? Exchange(group, alternate, member.Family, cfn) : null))), origin);
        yield return new SetOnService(member.Family, "HealthCheckGracePeriodSeconds", Grace(member.Family, cfn), origin);
        foreach (var id in Routes(group).Distinct(StringComparer.Ordinal))
        {
            yield return new WaitFor(member.Family, id, origin);
        }

        foreach (var (port, protocol) in BalancerNetwork.PortsOf(group, member))
        {
            foreach (var source in BalancerNetwork.Sources(declaration, balancer, origin))
            {
                yield return new OpenIngress(member.Family, source, (int)port, protocol, origin);
            }
        }
    }

    // ECS refuses a service whose target group hangs on no listener.
    private IEnumerable<string> Routes(ResolvedGroup group) => plans.SelectMany(plan =>
        (plan.Default is { } forward && Contains(forward, group) ? new[] { plan.Id } : [])
            .Concat(plan.Rules.Where(rule => Contains(rule.Forward, group)).Select(rule => rule.Id)));

    private CfnMap Exchange(ResolvedGroup group, string alternate, Family family, Cfn cfn) => cfn.Map(
        ("AlternateTargetGroupArn", cfn.Ref(alternate)),
        ("ProductionListenerRule", Routes(group).FirstOrDefault() is { } route ? cfn.Ref(route) : null),
        ("RoleArn", cfn.GetAtt(RoleId(family), "Arn")));

    private static CfnNumber Grace(Family family, Cfn cfn)
    {
        var longest = family.Services.Select(service => service.HealthCheck?.StartPeriod).Where(period => period is not null).OrderByDescending(period => period?.Value).FirstOrDefault();
        return longest is { } period ? new Cfn(period.Origin).Number((long)Math.Ceiling(period.Value.TotalSeconds)) : cfn.Number(GracePeriod);
    }

    private static bool Contains(Forward forward, ResolvedGroup group) => forward.Groups.Any(target => target.Group == group);

    private static string RoleId(Family family) => family.Id("LoadBalancerRole");
}
