using System.Collections.Generic;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Model.Seam;

/// <summary>What a declaration gives to the application as a whole. The cases are closed.</summary>
public abstract record Offer;

/// <summary>A network to run in.</summary>
/// <param name="Tiers">Its sets of subnets by name, such as <c>AppSubnets</c>.</param>
/// <param name="Routes">Logical ids of what must be there before a task can reach anything from its subnet.</param>
public sealed record NetworkOffer(CfnValue VpcId, IReadOnlyList<SubnetTier> Tiers, IReadOnlyList<string> Routes) : Offer;

/// <summary>A set of subnets.</summary>
public sealed record SubnetTier(string Name, CfnValue SubnetIds)
{
    /// <summary>Private subnets with a way out, where tasks run.</summary>
    public const string App = "AppSubnets";

    /// <summary>Subnets with public addresses.</summary>
    public const string Public = "PublicSubnets";

    /// <summary>Private subnets without a way out, for data.</summary>
    public const string Storage = "StorageSubnets";
}

/// <summary>An ECS cluster to run on.</summary>
/// <param name="Name">The cluster's name or ARN, as ECS services take it.</param>
public sealed record ClusterOffer(CfnValue Name) : Offer;

/// <summary>A target group that a family's tasks are registered in.</summary>
public sealed record TargetGroupOffer(string FamilyName, CfnValue LoadBalancerFullName, CfnValue TargetGroupFullName) : Offer;
