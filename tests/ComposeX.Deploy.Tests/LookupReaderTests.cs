using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>Types that their own services read.</summary>
public sealed class LookupReaderTests : IAsyncLifetime
{
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

    private readonly LookupFolder _folder = new();
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _aws.DisposeAsync();
    }

    [Theory]
    [InlineData("CUSTOMER", Key)]
    [InlineData("AWS", null)]
    public async Task A_queue_has_its_URL_and_the_key_that_encrypts_it_when_that_is_a_customers(string manager, string? key)
    {
        _aws.Resources
            .Play("sqs.GetQueueUrl", request => request.Json["QueueName"]!.GetValue<string>() == "orders" && request.Json["QueueOwnerAWSAccountId"]!.GetValue<string>() == "123456789012" ? """{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/123456789012/orders"}""" : null)
            .Play("sqs.GetQueueAttributes", $$$"""{"Attributes":{"QueueArn":"{{{LookupFolder.QueueArn}}}orders","KmsMasterKeyId":"alias/shop"}}""")
            .Play("kms.DescribeKey", request => request.Json["KeyId"]!.GetValue<string>() == "alias/shop" ? $$$"""{"KeyMetadata":{"Arn":"{{{Key}}}","KeyManager":"{{{manager}}}"}}""" : null);
        await FindAsync("AWS::SQS::Queue", new() { Arn = LookupFolder.QueueArn + "orders" }, ("Url", "QueueUrl"), ("QueueName", "QueueName"), ("KmsKeyArn!", "KmsMasterKeyId"));
        Assert.Equal(["https://sqs.eu-west-1.amazonaws.com/123456789012/orders", "orders", key], Values("Url", "QueueName", "KmsKeyArn"));
    }

    [Fact]
    public async Task A_key_has_its_alias()
    {
        _aws.Resources
            .Play("kms.DescribeKey", $$$"""{"KeyMetadata":{"Arn":"{{{Key}}}","KeyId":"1","KeyManager":"CUSTOMER","KeyState":"Enabled"}}""")
            .Play("kms.ListAliases", """{"Aliases":[{"AliasName":"alias/b"},{"AliasName":"alias/a"}]}""");
        await FindAsync("AWS::KMS::Key", new() { Arn = Key }, ("Arn", "Arn"), ("KmsKeyAliasName", "AliasName"));
        Assert.Equal([Key, "alias/a"], Values("Arn", "KmsKeyAliasName"));
    }

    [Fact]
    public async Task Of_secrets_and_parameters_no_value_is_asked_for()
    {
        var arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-Ab12Cd";
        _aws.Resources.Play("secretsmanager.DescribeSecret", $$"""{"ARN":"{{arn}}","Name":"shop/db","KmsKeyId":"{{Key}}"}""")
            .Play("kms.DescribeKey", _ => throw new AwsError(400, "AccessDeniedException", "no"))
            .Play("ssm.DescribeParameters", request => request.Json["ParameterFilters"]![0]!["Values"]![0]!.GetValue<string>() == "/shop/limit" ? """{"Parameters":[{"Name":"/shop/limit","Type":"SecureString","KeyId":"alias/aws/ssm"}]}""" : """{"Parameters":[]}""");
        await FindAsync("AWS::SecretsManager::Secret", new() { Arn = arn }, ("Arn", "Id"), ("KmsKeyId!", "KmsKeyId"));
        Assert.Equal([arn, Key], Values("Arn", "KmsKeyId"));
        await FindAsync("AWS::SSM::Parameter", new() { Arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/limit" }, ("ParameterName", "Name"), ("Type", "Type"));
        Assert.Equal(["/shop/limit", "SecureString"], Values("ParameterName", "Type"));
        Assert.DoesNotContain(_aws.Calls, call => call.Operation.StartsWith("Get", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_to_be_deleted_cannot_be_used()
    {
        _aws.Resources.Play("secretsmanager.DescribeSecret", """{"ARN":"a","DeletedDate":1.5}""");
        await RefusedAsync("AWS::SecretsManager::Secret", new() { Identifiers = ["shop/db"] }, "CX6605: \"shop/db\" cannot be used: the secret is to be deleted.");
    }

    [Theory]
    [InlineData("""{"CertificateArn":"a","Status":"PENDING_VALIDATION"}""", "the certificate's state is \"PENDING_VALIDATION\"")]
    [InlineData("""{"CertificateArn":"a","Status":"ISSUED","DomainValidationOptions":[{"DomainName":"example.com","ValidationStatus":"FAILED"}]}""", "its domain \"example.com\" is not validated")]
    public async Task A_certificate_must_be_issued(string certificate, string why)
    {
        _aws.Resources.Play("acm.DescribeCertificate", $$"""{"Certificate":{{certificate}}}""");
        await RefusedAsync("AWS::CertificateManager::Certificate", new() { Identifiers = ["a"] }, why);
    }

    [Fact]
    public async Task A_cluster_has_what_its_configuration_says()
    {
        _aws.Resources.Play("ecs.DescribeClusters", request => request.Json["clusters"]![0]!.GetValue<string>() != "shared" ? """{"clusters":[],"failures":[{"reason":"MISSING"}]}""" : """
            {"clusters":[{"clusterArn":"arn:aws:ecs:eu-west-1:123456789012:cluster/shared","clusterName":"shared","status":"ACTIVE","capacityProviders":["FARGATE"],
            "defaultCapacityProviderStrategy":[{"capacityProvider":"FARGATE","weight":1}],"configuration":{"executeCommandConfiguration":{"kmsKeyId":"alias/audit","logConfiguration":{"s3BucketName":"audit"}}}}]}
            """);
        await FindAsync("AWS::ECS::Cluster", new() { Identifiers = ["shared"] }, ("ClusterName", "ClusterName"), ("CapacityProviders", "CapacityProviders"), ("Strategy", "DefaultCapacityProviderStrategy"), ("Bucket", "Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName"));
        Assert.Equal(["shared", """["FARGATE"]""", """[{"CapacityProvider":"FARGATE","Weight":"1"}]""", "audit"], Values("ClusterName", "CapacityProviders", "Strategy", "Bucket"));
        await RefusedAsync("AWS::ECS::Cluster", new() { Identifiers = ["other"] }, "CX6603: There is no AWS::ECS::Cluster \"other\".");
    }

    [Fact]
    public async Task A_file_system_has_the_group_of_its_mount_targets()
    {
        _aws.Resources.Play("elasticfilesystem.DescribeFileSystems", """{"FileSystems":[{"FileSystemId":"fs-1","Encrypted":true}]}""")
            .Play("elasticfilesystem.DescribeMountTargets", """{"MountTargets":[{"MountTargetId":"fsmt-2"},{"MountTargetId":"fsmt-1"}]}""")
            .Play("elasticfilesystem.DescribeMountTargetSecurityGroups", request => request.Path.Contains("fsmt-1", StringComparison.Ordinal) ? """{"SecurityGroups":["sg-2","sg-1"]}""" : """{"SecurityGroups":["sg-2"]}""");
        await FindAsync("AWS::EFS::FileSystem", new() { Identifiers = ["fs-1"] }, ("FilesystemId", "FileSystemId"), ("GroupId", "GroupId"));
        Assert.Equal(["fs-1", "sg-1"], Values("FilesystemId", "GroupId"));
        _aws.Resources.Play("elasticfilesystem.DescribeMountTargets", """{"MountTargets":[]}""");
        await FindAsync("AWS::EFS::FileSystem", new() { Identifiers = ["fs-1"] }, ("GroupId", "GroupId"));
        Assert.Equal([null], Values("GroupId"));
    }

    [Fact]
    public async Task The_members_of_a_replication_group_are_one()
    {
        foreach (var name in new[] { "cache-001", "cache-002" })
            _aws.Resources.Tag("elasticache:cluster", "arn:aws:elasticache:eu-west-1:123456789012:cluster:" + name, "Name=cache");
        _aws.Resources
            .Play("elasticache.DescribeCacheClusters", request => Query("DescribeCacheClusters", $"<CacheClusters><CacheCluster><CacheClusterId>{request.Form["CacheClusterId"]}</CacheClusterId><ReplicationGroupId>cache</ReplicationGroupId><SecurityGroups><member><SecurityGroupId>sg-1</SecurityGroupId></member></SecurityGroups></CacheCluster></CacheClusters>"))
            .Play("elasticache.DescribeReplicationGroups", Query("DescribeReplicationGroups", "<ReplicationGroups><ReplicationGroup><ReplicationGroupId>cache</ReplicationGroupId><MemberClusters><ClusterId>cache-001</ClusterId></MemberClusters><NodeGroups><NodeGroup><PrimaryEndpoint><Address>primary</Address><Port>6379</Port></PrimaryEndpoint></NodeGroup></NodeGroups></ReplicationGroup></ReplicationGroups>"));
        await FindAsync("AWS::ElastiCache::CacheCluster", LookupFolder.Tags("Name=cache"), ("Address", "PrimaryEndPoint.Address"), ("Redis", "RedisEndpoint.Address"), ("GroupId", "VpcSecurityGroupIds.0"));
        Assert.Equal(["primary", "primary", "sg-1"], Values("Address", "Redis", "GroupId"));
        await FindAsync("AWS::ElastiCache::ReplicationGroup", new() { Identifiers = ["cache"] }, ("Port", "PrimaryEndPoint.Port"), ("GroupId", "SecurityGroupIds.0"));
        Assert.Equal(["6379", "sg-1"], Values("Port", "GroupId"));
    }

    [Fact]
    public async Task A_cache_that_stands_alone_has_its_own_endpoints()
    {
        _aws.Resources.Play("elasticache.DescribeCacheClusters", Query("DescribeCacheClusters", "<CacheClusters><CacheCluster><CacheClusterId>c</CacheClusterId><ConfigurationEndpoint><Address>conf</Address><Port>11211</Port></ConfigurationEndpoint><CacheNodes><CacheNode><Endpoint><Address>node</Address><Port>11211</Port></Endpoint></CacheNode></CacheNodes></CacheCluster></CacheClusters>"));
        await FindAsync("AWS::ElastiCache::CacheCluster", new() { Identifiers = ["c"] }, ("Conf", "ConfigurationEndpoint.Address"), ("Node", "RedisEndpoint.Port"));
        Assert.Equal(["conf", "11211"], Values("Conf", "Node"));
    }

    [Fact]
    public async Task A_load_balancer_has_listeners_and_priorities_that_are_free_and_stay()
    {
        const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/50dc6c495c0c9188";
        var taken = "10";
        _aws.Resources
            .Play("elasticloadbalancing.DescribeLoadBalancers", Query("DescribeLoadBalancers", $"<LoadBalancers><member><LoadBalancerArn>{Arn}</LoadBalancerArn><Type>application</Type><SecurityGroups><member>sg-1</member></SecurityGroups></member></LoadBalancers>"))
            .Play("elasticloadbalancing.DescribeListeners", request => Query("DescribeListeners", request.Form.ContainsKey("Marker")
                ? "<Listeners><member><ListenerArn>l443</ListenerArn><Port>443</Port></member></Listeners>"
                : "<Listeners><member><ListenerArn>l80</ListenerArn><Port>80</Port></member></Listeners><NextMarker>more</NextMarker>"))
            .Play("elasticloadbalancing.DescribeRules", _ => Query("DescribeRules", $"<Rules><member><Priority>{taken}</Priority></member><member><Priority>default</Priority></member></Rules>"));
        (string, string)[] attributes = [("FullName", "LoadBalancerFullName"), ("SecurityGroups", "SecurityGroups"), ("Listeners", "Listeners"), ("Priorities", "Priorities")];
        await FindAsync("AWS::ElasticLoadBalancingV2::LoadBalancer", new() { Arn = Arn }, attributes);
        Assert.Equal(["app/shop/50dc6c495c0c9188", """["sg-1"]""", """{"443":"l443","80":"l80"}"""], Values("FullName", "SecurityGroups", "Listeners"));
        Assert.StartsWith("""{"443":["20","30","40",""", Values("Priorities")[0], StringComparison.Ordinal);
        var before = _folder.Lock;

        // Now the rules that were deployed have taken what was free.
        taken = "20";
        await FindAsync("AWS::ElasticLoadBalancingV2::LoadBalancer", new() { Arn = Arn }, attributes);
        Assert.Equal(before, _folder.Lock);
    }

    [Fact]
    public async Task A_namespace_is_found_by_name_and_has_its_zone()
    {
        _aws.Resources
            .Play("servicediscovery.ListNamespaces", request => request.Json["NextToken"] is null ? """{"Namespaces":[{"Id":"ns-1","Name":"other.internal"}],"NextToken":"2"}""" : """{"Namespaces":[{"Id":"ns-2","Name":"shop.internal"}]}""")
            .Play("servicediscovery.GetNamespace", """{"Namespace":{"Id":"ns-2","Arn":"arn:ns-2","Name":"shop.internal","Properties":{"DnsProperties":{"HostedZoneId":"Z1"}}}}""");
        await FindAsync("AWS::ServiceDiscovery::PrivateDnsNamespace", new() { Name = "shop.internal" }, ("Id", "Id"), ("Arn", "Arn"), ("HostedZoneId", "HostedZoneId"));
        Assert.Equal(["ns-2", "arn:ns-2", "Z1"], Values("Id", "Arn", "HostedZoneId"));
        await RefusedAsync("AWS::ServiceDiscovery::PrivateDnsNamespace", new() { Identifiers = ["ns-2"], Name = "shop.lan" }, "CX6606: \"ns-2\" has the Name \"shop.internal\", and the look-up needs \"shop.lan\".");
        await RefusedAsync("AWS::ServiceDiscovery::PrivateDnsNamespace", new() { Name = "none.internal" }, "CX6601");
    }

    [Fact]
    public async Task A_zone_is_found_by_name_and_by_who_can_see_it()
    {
        _aws.Resources
            .Play("route53.ListHostedZonesByName", "<ListHostedZonesByNameResponse><HostedZones>" + Zone("Z1", true) + Zone("Z2", false) + Zone("Z3", false, "<LinkedService><ServicePrincipal>servicediscovery.amazonaws.com</ServicePrincipal></LinkedService>") + "</HostedZones></ListHostedZonesByNameResponse>")
            .Play("route53.GetHostedZone", request => $"<GetHostedZoneResponse>{Zone(request.Path.Split('/').Last(), request.Path.EndsWith("Z1", StringComparison.Ordinal))}</GetHostedZoneResponse>");
        await FindAsync("AWS::Route53::HostedZone", new() { Name = "example.com", IsPrivate = false }, ("HostedZoneId", "Id"), ("HostedZoneName", "Name"));
        Assert.Equal(["Z2", "example.com"], Values("HostedZoneId", "HostedZoneName"));
        await RefusedAsync("AWS::Route53::HostedZone", new() { Identifiers = ["Z1"], IsPrivate = false }, "has the IsPrivate \"true\"");
    }

    private static string Zone(string id, bool isPrivate, string more = "") =>
        $"<HostedZone><Id>/hostedzone/{id}</Id><Name>example.com.</Name><Config><PrivateZone>{(isPrivate ? "true" : "false")}</PrivateZone></Config>{more}</HostedZone>";

    private static string Query(string operation, string result) => $"<{operation}Response><{operation}Result>{result}</{operation}Result></{operation}Response>";

    // A name with ! is a key's; all may be missing.
    private static PlannedQuery QueryOf(string type, LookupKey key, params (string Name, string From)[] attributes) => new(
        type == "AWS::ElastiCache::CacheCluster" ? "elasticache:cluster" : "x", type, "^arn:.*[:/](?<id>.+)$", "${id}", key,
        [.. attributes.Select(attribute => new PlannedAttribute(attribute.Name.TrimEnd('!'), attribute.From, true, attribute.Name.EndsWith('!')))], LookupFolder.Place(4, 13));

    private async Task FindAsync(string type, LookupKey key, params (string Name, string From)[] attributes) =>
        (await _folder.RunAsync(_aws, QueryOf(type, key, attributes))).Ended(ExitCode.Done);

    private async Task RefusedAsync(string type, LookupKey key, string why)
    {
        var run = (await _folder.RunAsync(_aws, QueryOf(type, key, ("Id", "Id")))).Ended(ExitCode.Refused);
        Assert.Contains(why, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private IReadOnlyList<string?> Values(params string[] names) => [.. names.Select(name => _folder.Attributes("x-sqs", "orders")[name] switch
    {
        null => null,
        System.Text.Json.Nodes.JsonValue value => value.GetValue<string>(),
        var other => other.ToJsonString(),
    })];
}
