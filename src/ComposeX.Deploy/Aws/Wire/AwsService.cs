namespace ComposeX.Deploy.Aws.Wire;

/// <summary>What must be known of an AWS service to find it, to sign for it and to name its operations.</summary>
/// <param name="Id">The name under which the SDK's settings know it (<c>AWS_ENDPOINT_URL_SECRETS_MANAGER</c>).</param>
/// <param name="Host">The first part of its address, and as a rule the name that signatures have.</param>
/// <param name="Prefix">What IAM calls it.</param>
internal sealed record AwsService(string Id, string Host, string Prefix)
{
    public static AwsService Tagging { get; } = new("Resource Groups Tagging API", "tagging", "tag") { Target = "ResourceGroupsTaggingAPI_20170126" };

    public static AwsService CloudControl { get; } = new("CloudControl", "cloudcontrolapi", "cloudformation") { Target = "CloudApiService", JsonVersion = "1.0" };

    public static AwsService Certificates { get; } = new("ACM", "acm", "acm") { Target = "CertificateManager" };

    public static AwsService Clusters { get; } = new("ECS", "ecs", "ecs") { Target = "AmazonEC2ContainerServiceV20141113" };

    public static AwsService FileSystems { get; } = new("EFS", "elasticfilesystem", "elasticfilesystem");

    public static AwsService HostedZones { get; } = new("Route 53", "route53", "route53") { IsGlobal = true };

    public static AwsService Images { get; } = new("ECR", "api.ecr", "ecr") { Target = "AmazonEC2ContainerRegistry_V20150921", SigningName = "ecr" };

    public static AwsService Keys { get; } = new("KMS", "kms", "kms") { Target = "TrentService" };

    public static AwsService LoadBalancers { get; } = new("Elastic Load Balancing v2", "elasticloadbalancing", "elasticloadbalancing") { Version = "2015-12-01" };

    public static AwsService Caches { get; } = new("ElastiCache", "elasticache", "elasticache") { Version = "2015-02-02" };

    public static AwsService Namespaces { get; } = new("ServiceDiscovery", "servicediscovery", "servicediscovery") { Target = "Route53AutoNaming_v20170314" };

    public static AwsService Parameters { get; } = new("SSM", "ssm", "ssm") { Target = "AmazonSSM" };

    public static AwsService Queues { get; } = new("SQS", "sqs", "sqs") { Target = "AmazonSQS", JsonVersion = "1.0" };

    public static AwsService Secrets { get; } = new("Secrets Manager", "secretsmanager", "secretsmanager") { Target = "secretsmanager" };

    /// <summary>The name that signatures have, and addresses of the newer kinds.</summary>
    public string SigningName { get => field ?? Host; private init; }

    /// <summary>What stands before an operation in the header of the JSON protocol.</summary>
    public string? Target { get; private init; }

    public string JsonVersion { get; private init; } = "1.1";

    /// <summary>The version that the query protocol wants.</summary>
    public string Version { get; private init; } = "";

    /// <summary>Whether it is one service for all regions of a partition.</summary>
    public bool IsGlobal { get; private init; }
}
