using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>What a declaration gives to the application as a whole. The cases are those of this file, and a mesh (<c>MeshOffer</c>).</summary>
public abstract record Offer;

/// <summary>A network to run in.</summary>
/// <param name="Tiers">Its sets of subnets by name, such as <c>AppSubnets</c>.</param>
/// <param name="Routes">Logical ids of what must be there before a task can reach anything from its subnet.</param>
public sealed record NetworkOffer(CfnValue VpcId, IReadOnlyList<SubnetTier> Tiers, IReadOnlyList<string> Routes) : Offer
{
    /// <summary>The VPC's IPv4 block; null when it exists already and nobody said.</summary>
    public CfnValue? Cidr { get; init; }

    /// <summary>Whether endpoints are known that let tasks start, pull from ECR and log, without a way out.</summary>
    public bool HasEndpointsForTasks { get; init; }
}

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
public sealed record ClusterOffer(CfnValue Name) : Offer
{
    /// <summary>The names of its capacity providers; null when nobody knows them.</summary>
    public IReadOnlyList<string>? CapacityProviders { get; init; }

    /// <summary>The providers of its default strategy, none when it has no such strategy; null when nobody knows them.</summary>
    public IReadOnlyList<string>? DefaultProviders { get; init; }

    /// <summary>Whether this deployment owns the list of its providers: only then can groups of instances be added to it.</summary>
    public bool TakesProviders { get; init; }

    /// <summary>Where it is logged what is done by <c>execute-command</c>; empty when it is not, or when nobody knows.</summary>
    public ExecLogging ExecLogging { get; init; } = new();
}

/// <summary>Instances for tasks to run on, by the name of the declaration that offers them.</summary>
/// <param name="Platform">What tasks must say to run on them: <see cref="ComputePlatform.Ec2"/> or <see cref="ComputePlatform.ManagedInstances"/>.</param>
/// <param name="Provider">The name of the capacity provider that keeps as many of them as tasks need; null when nothing does.</param>
public sealed record CapacityOffer(ComputePlatform Platform, CfnValue? Provider) : Offer
{
    /// <summary>Whether the cluster has to be told of the provider. That of Managed Instances belongs to a cluster from the beginning.</summary>
    public bool NeedsAssociation => Provider is not null && Platform == ComputePlatform.Ec2;

    /// <summary>Whether a service's strategy can name the provider in that cluster.</summary>
    public bool IsOpenIn(ClusterOffer? cluster) => Provider is not null && (!NeedsAssociation || cluster?.TakesProviders == true);
}

/// <summary>Where a cluster logs what is done by <c>execute-command</c>, as a policy can name it.</summary>
public sealed record ExecLogging
{
    /// <summary>The log streams of the log group.</summary>
    public CfnValue? LogGroupArn { get; init; }

    public CfnValue? BucketArn { get; init; }

    /// <summary>The objects of the bucket that are written to.</summary>
    public CfnValue? ObjectsArn { get; init; }

    public CfnValue? KeyArn { get; init; }

    /// <summary>What must hold beside <see cref="KeyArn"/> where that is not the key itself, or null.</summary>
    public CfnMap? KeyCondition { get; init; }
}

/// <summary>Where a resource is reached, by a name in DNS.</summary>
public sealed record EndpointOffer(CfnValue Address) : Offer
{
    /// <summary>The port that it listens on; null when nobody knows.</summary>
    public CfnValue? Port { get; init; }

    /// <summary>The security group that decides who reaches it; null when nobody knows.</summary>
    public CfnValue? SecurityGroupId { get; init; }
}

/// <summary>A namespace in which names are found.</summary>
/// <param name="ZoneName">The zone in DNS, and the namespace's name.</param>
/// <param name="IsPrivate">Whether the VPC, and only it, resolves the names.</param>
public sealed record NamespaceOffer(string ZoneName, bool IsPrivate) : Offer;

/// <summary>A family's tasks are registered in a namespace, as their keys ask.</summary>
/// <param name="Namespace">The namespace's name under <c>x-cloudmap</c>.</param>
/// <param name="ServiceName">The name in the namespace.</param>
public sealed record RegistryOffer(string FamilyName, string Namespace, string ServiceName) : Offer;

/// <summary>The resource is encrypted with a KMS key that is not AWS's own: whoever reads or writes it needs the key too.</summary>
/// <param name="KeyArn">The key's ARN, or a <c>DeclarationReference</c> to its <c>Arn</c>.</param>
/// <param name="Service">The service that asks KMS on the user's behalf: <c>sqs</c>, for <c>kms:ViaService</c>.</param>
public sealed record EncryptionOffer(CfnValue KeyArn, string Service) : Offer
{
    /// <summary>Lets a family use the key, through the service alone. Statements of one id are merged, so the id says all that they allow.</summary>
    public GrantStatement GrantTo(Family family, IReadOnlyList<string> actions, Location origin)
    {
        var cfn = new Cfn(origin);
        return new(family, "kms", LogicalId.From([Service, .. actions.Select(action => action.Substring("kms:".Length))]), actions, [KeyArn], origin)
        {
            Condition = cfn.Map(("StringEquals", cfn.Map(("kms:ViaService", cfn.Sub($"{Service}.${{AWS::Region}}.${{AWS::URLSuffix}}"))))),
        };
    }
}

/// <summary>
/// An AWS service sends something to another declaration on this one's behalf: a topic to a queue, an alarm to a topic. Whoever is the
/// target lets it in, and whoever owns the target's key lets it use the key.
/// </summary>
/// <param name="Target">What is sent to.</param>
/// <param name="Principal">The service: <c>sns.amazonaws.com</c>.</param>
/// <param name="SourceArn">
/// The ARN, or pattern, of the sender; null when only its account can be said. It may refer to a resource only if that resource's stack
/// can be made before the target's policies: a bucket that waits for them cannot be named so.
/// </param>
public sealed record DeliveryOffer(DeclarationReference Target, string Principal, CfnValue? SourceArn, Location Origin) : Offer
{
    /// <summary>Where it is put, if the target is a bucket: keys with pseudo parameters, <c>logs/AWSLogs/${AWS::AccountId}/*</c>. Null for anywhere.</summary>
    public string? Path { get; init; }
}

/// <summary>The resource takes what others deliver.</summary>
/// <param name="WaitFor">Logical ids of the policies that let senders in, for senders that AWS checks when they are made.</param>
public sealed record ReceiverOffer(IReadOnlyList<string> WaitFor) : Offer
{
    /// <summary>Whether it keeps the order (FIFO), which many senders cannot.</summary>
    public bool IsFifo { get; init; }
}

/// <summary>A target group that a family's tasks are registered in.</summary>
public sealed record TargetGroupOffer(string FamilyName, CfnValue LoadBalancerFullName, CfnValue TargetGroupFullName) : Offer;

/// <summary>A metric that the number of a family's tasks can follow, such as the length of a queue.</summary>
public sealed record MetricOffer(string Namespace, string MetricName, string Statistic, string DimensionName, CfnValue DimensionValue) : Offer;

/// <summary>An alarm that sets the number of a family's tasks: it calls the policies that <see cref="StepPolicies"/> names.</summary>
/// <param name="Target">A service's or a family's name.</param>
/// <param name="Scaling">The steps, as written.</param>
/// <param name="Threshold">The alarm's threshold, which AWS counts steps from.</param>
/// <param name="IsBelow">Whether the alarm goes off below its threshold, and not above.</param>
public sealed record StepAlarmOffer(Located<string> Target, YamlMapping Scaling, decimal Threshold, bool IsBelow) : Offer;

/// <summary>Something beside its own ECS service starts a family's tasks: a schedule, an event.</summary>
/// <param name="Target">A service's or a family's name.</param>
/// <param name="ReplacesService">Whether the family has no ECS service then.</param>
public sealed record TaskStartOffer(Located<string> Target, bool ReplacesService) : Offer;
