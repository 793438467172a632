using System.Globalization;
using ComposeX.CloudFormation.Templates;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>Logical ids of a load balancer's parts, made of nothing but names that the user chose.</summary>
internal static class BalancerIds
{
    public static string SecurityGroup(this Declaration balancer) => balancer.LogicalId("SecurityGroup");

    public static string Listener(this Declaration balancer, Listener listener) => balancer.Part("Listener", listener.Port.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>Elbv2PublicWebApi8080TargetGroup</c> for <c>web:api:8080</c>.</summary>
    public static string TargetGroup(this Declaration balancer, TargetGroup group) => balancer.Part(group.Key.Value, "TargetGroup");

    /// <summary>The group of the next version, where versions are exchanged.</summary>
    public static string AlternateGroup(this Declaration balancer, TargetGroup group) => balancer.TargetGroup(group) + "Alternate";

    public static string Part(this Declaration balancer, params string[] parts) => LogicalId.From([balancer.Module.Topic(), balancer.Name, .. parts]);

    /// <summary>Where everything of a load balancer belongs.</summary>
    public static Home HomeOf(this Declaration balancer) => Home.OfKey(balancer.Module.Key);
}
