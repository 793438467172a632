using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>Look-ups against moto, an emulation of AWS that is not ours.</summary>
[Collection(MotoCollection.Name)]
public sealed class MotoTests(MotoServer moto) : IDisposable
{
    private readonly LookupFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_made_with_tags_is_found()
    {
        var stop = TestContext.Current.CancellationToken;
        using var connection = AwsConnection.Open(new ConnectionOptions { Region = "eu-west-1", EndpointUrl = moto.Url });
        using var aws = connection.Services("eu-west-1", null);
        var key = (await aws[AwsService.Keys].JsonAsync("CreateKey", [], stop))["KeyMetadata"]!["Arn"]!.GetValue<string>();
        await aws[AwsService.Queues].JsonAsync("CreateQueue", (JsonObject)JsonNode.Parse($$$"""{"QueueName":"orders","Attributes":{"KmsMasterKeyId":"{{{key}}}"},"tags":{"team":"shop"}}""")!, stop);
        await aws[AwsService.Queues].JsonAsync("CreateQueue", (JsonObject)JsonNode.Parse("""{"QueueName":"others","tags":{"team":"others"}}""")!, stop);
        await aws[AwsService.Secrets].JsonAsync("CreateSecret", (JsonObject)JsonNode.Parse("""{"Name":"shop/db","SecretString":"hunter22","Tags":[{"Key":"team","Value":"shop"}]}""")!, stop);
        await aws[AwsService.Clusters].JsonAsync("CreateCluster", (JsonObject)JsonNode.Parse("""{"clusterName":"shared"}""")!, stop);
        await aws[AwsService.Parameters].JsonAsync("PutParameter", (JsonObject)JsonNode.Parse("""{"Name":"/shop/limit","Value":"hunter22","Type":"SecureString"}""")!, stop);

        var run = await Run.OfAsync(_folder.Request(moto.Url,
        [
            Lookup("queue", "sqs", "AWS::SQS::Queue", LookupFolder.Tags("team=shop|store"), new("Url", "QueueUrl", false, false), new("KmsKeyArn", "KmsMasterKeyId", true, true)),
            Lookup("secret", "secretsmanager:secret", "AWS::SecretsManager::Secret", LookupFolder.Tags("team=shop"), new PlannedAttribute("Arn", "Id", false, false)),
            Lookup("cluster", "ecs:cluster", "AWS::ECS::Cluster", new() { Identifiers = ["shared"] }, new PlannedAttribute("Arn", "Arn", false, false)),
            Lookup("parameter", "ssm:parameter", "AWS::SSM::Parameter", new() { Identifiers = ["/shop/limit"] }, new PlannedAttribute("Type", "Type", false, false)),
        ]));
        run.Ended(ExitCode.Done);
        Assert.Equal(key, Value("queue", "KmsKeyArn"));
        Assert.EndsWith("/orders", Value("queue", "Url"), StringComparison.Ordinal);
        Assert.Contains(":secret:shop/db-", Value("secret", "Arn"), StringComparison.Ordinal);
        Assert.EndsWith(":cluster/shared", Value("cluster", "Arn"), StringComparison.Ordinal);
        Assert.Equal("SecureString", Value("parameter", "Type"));
        Assert.DoesNotContain("hunter22", _folder.Lock, StringComparison.Ordinal);
    }

    private static PlannedLookup Lookup(string name, string taggingType, string type, LookupKey key, params PlannedAttribute[] attributes) => LookupFolder.Lookup(
        name, new PlannedQuery(taggingType, type, "arn:.*[:/](?<id>[^:/]+)", "${id}", key, attributes, LookupFolder.Place(4, 13)));

    private string Value(string name, string attribute) => _folder.Attributes("x-sqs", name)[attribute]!.GetValue<string>();
}
