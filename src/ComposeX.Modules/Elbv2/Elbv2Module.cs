using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary><c>x-elbv2</c>: application and network load balancers, from three lines to every rule written out.</summary>
public sealed class Elbv2Module : Module
{
    private const string SecurityGroup = "SecurityGroup";
    private const string FullName = "LoadBalancerFullName";

    public override string Key => "x-elbv2";

    public override string Type => "AWS::ElasticLoadBalancingV2::LoadBalancer";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("Arn", null, Alias: "LoadBalancerArn"),
        new("DNSName", "DNSName"),
        new("CanonicalHostedZoneID", "CanonicalHostedZoneID"),
        new("LoadBalancerName", "LoadBalancerName"),
        new(FullName, FullName),
        new(SecurityGroup, null),
    ];

    public override IReadOnlyList<string> ExtraKeys => BalancerReader.Keys;

    public override bool NeedsNetwork => true;

    public override IReadOnlyList<LookupQuery> QueriesOf(Declaration declaration) => BalancerQueries.Of(declaration.Lookup as YamlMapping);

    public override IReadOnlyList<LookupRequest> LookupsOf(Declaration declaration) =>
        [.. base.LookupsOf(declaration), .. declaration.Bound is Balancer balancer ? BalancerQueries.OfSources(declaration, balancer) : []];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics) => new BalancerReader(declaration, diagnostics).Read();

    public override IReadOnlyList<Offer> Offers(Declaration declaration) => declaration.Bound is not Balancer balancer ? [] :
    [
        .. from balanced in balancer.Groups
           where balancer.IsShortWay || balancer.Listeners.SelectMany(listener => listener.Targets).Any(target => target.Name.Value == balanced.Key.Value)
           from member in balanced.Members
           let cfn = new Cfn(member.Text.Origin)
           select new TargetGroupOffer(
               member.Family,
               new DeclarationReference(Key, declaration.Name, FullName, member.Text.Origin),
               cfn.GetAtt(declaration.TargetGroup(balanced), "TargetGroupFullName")),
        .. declaration.IsNew ? LogDelivery.Offers(balancer) : [],
    ];

    // What is wrong with one load balancer does not keep the findings about the next from being told.
    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var own = new DiagnosticBag();
        var synthesized = declaration.Bound is Balancer balancer ? new BalancerSynthesizer(declaration, balancer, surroundings, own).Synthesize() : new Synthesized();
        diagnostics.AddRange(own);
        return synthesized;
    }

    /// <summary>
    /// An attribute as for every module. <c>family::port</c>, and the name of an entry of <c>TargetGroups</c>, mean the full name of that
    /// target group, which metrics have as a dimension.
    /// </summary>
    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (declaration.Bound is Balancer balancer && !Attributes.Contains(attribute) && FindGroup(balancer, attribute.Name) is { } group)
        {
            return new CfnResourceReference(declaration.TargetGroup(group), "TargetGroupFullName", origin);
        }

        return attribute.Name switch
        {
            SecurityGroup when declaration.Bound is Balancer known => BalancerNetwork.Sources(declaration, known, origin) is [var first, ..] ? first.GroupId : null,
            FullName when declaration.Found is { } found && !found.Attributes.ContainsKey(FullName) && found.Attributes.TryGetValue("Arn", out var arn) => NameIn(arn),
            _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
        };
    }

    private static TargetGroup? FindGroup(Balancer balancer, string name)
    {
        var parts = name.Split(["::"], StringSplitOptions.None);
        return balancer.Groups.FirstOrDefault(group => parts.Length == 1
            ? group.Key.Value == name
            : group.Members.Any(member => member.Family == parts[0] && AttributeText.Number(new CfnString(parts[1], default)) == (member.Port ?? group.Port)?.Value));
    }

    // app/shop/50dc6c495c0c9188 of arn:…:loadbalancer/app/shop/50dc6c495c0c9188
    private static CfnValue NameIn(CfnValue arn) => arn is CfnString text && text.Value.IndexOf(":loadbalancer/", StringComparison.Ordinal) is > 0 and var at
        ? text with { Value = text.Value.Substring(at + ":loadbalancer/".Length) }
        : arn;
}
