using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compiler.Rooms;
using ComposeX.Model.Seam;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>The least that declares a resource of a module with access sets, and ARNs such as its resources have.</summary>
/// <param name="Members">Members of the declaration, as they stand in a flow mapping.</param>
internal sealed record ModuleSample(string Key, string Members, params string[] Arns)
{
    private const string Here = "eu-west-1:111122223333";

    /// <summary>One for each module with access sets; a module that is not there yet may have its row already.</summary>
    public static IReadOnlyList<ModuleSample> All { get; } =
    [
        new("x-acm", "MacroParameters: {DomainNames: [example.com], HostedZoneId: Z0123456789EXAMPLE}", $"arn:aws:acm:{Here}:certificate/1234abcd-12ab-34cd-56ef-1234567890ab"),
        new("x-dynamodb", "Properties: {BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: id, AttributeType: S}], KeySchema: [{AttributeName: id, KeyType: HASH}]}", $"arn:aws:dynamodb:{Here}:table/sample"),
        new("x-efs", "", $"arn:aws:elasticfilesystem:{Here}:file-system/fs-0123456789abcdef0"),
        new("x-kms", "", $"arn:aws:kms:{Here}:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
        new("x-rds", "MacroParameters: {Engine: aurora-postgresql, EngineVersion: \"16.4\"}", $"arn:aws:rds:{Here}:cluster:sample", $"arn:aws:rds:{Here}:db:sample"),
        new("x-s3", "", "arn:aws:s3:::sample"),
        new("x-sns", "", $"arn:aws:sns:{Here}:sample"),
        new("x-sqs", "", $"arn:aws:sqs:{Here}:sample"),
        new("x-ssm_parameter", "Properties: {Value: a}", $"arn:aws:ssm:{Here}:parameter/sample"),
    ];

    /// <summary>The keys of all modules whose access sets allow something.</summary>
    public static TheoryData<string> Keys => [.. ModuleCatalogue.Modules.Where(module => module.Access.Any(set => set.Actions.Count > 0)).Select(module => module.Key)];

    public Module Module => ModuleCatalogue.Modules.Single(module => module.Key == Key);

    public static ModuleSample Of(string key)
    {
        var sample = All.FirstOrDefault(sample => sample.Key == key);
        Assert.True(sample is not null, $"{key} has access sets: give it a row here.");
        return sample;
    }

    /// <summary>A compose file in which the service <c>idle</c> uses the declaration <c>sample</c>.</summary>
    /// <param name="use">What stands behind the service's name.</param>
    public string Compose(string use) => FormattableString.Invariant($$"""
        services:
          idle: {image: acme/idle:1}
        {{Key}}:
          sample: { {{(Members.Length == 0 ? "" : Members + ", ")}}Services: {idle: {{use}} } }
        """);
}
