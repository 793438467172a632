using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>CloudFormation deletes what moves or is renamed; so nothing does.</summary>
public sealed class StackLayoutTests
{
    private const string Before = """
        services:
          api: {image: acme/api:1, depends_on: [cache]}
          cache: {image: redis:7.4, expose: ["6379"]}
        x-sqs:
          jobs: {Services: {api: {Access: Publish}}}
        """;

    private const string After = """
        services:
          admin: {image: acme/admin:1, depends_on: [api, cache]}
          api: {image: acme/api:1, ports: ["8080"], depends_on: [cache]}
          batch: {image: acme/batch:1}
          cache: {image: redis:7.4, expose: ["6379"]}
        x-sqs:
          archive: {}
          jobs: {Services: {api: {Access: Publish}, batch: {Access: RWMessages}}}
          zebra: {}
        """;

    [Theory, InlineData(""), InlineData("EcsStackLayout=Single")]
    public void Adding_services_and_queues_moves_and_renames_nothing(string properties)
    {
        var before = Places(Compiling.Templates(Before, properties));
        var after = Places(Compiling.Templates(After, properties));
        Assert.NotEmpty(before);
        Assert.All(before, place => Assert.Equal(place.Value, after[place.Key]));
    }

    [Fact]
    public void Both_layouts_have_the_same_resources_under_the_same_ids()
    {
        var nested = Places(Compiling.Templates(After)).Where(place => !place.Value.Contains("AWS::CloudFormation::Stack")).Select(place => place.Key);
        var single = Places(Compiling.Templates(After, "EcsStackLayout=Single")).Select(place => place.Key);
        Assert.Equal(nested.OrderBy(id => id, StringComparer.Ordinal), single.OrderBy(id => id, StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_in_which_things_are_written_is_not_the_order_of_anything_that_matters()
    {
        var shuffled = string.Join("\n", Before.Split('\n').Take(1).Concat(Before.Split('\n').Skip(1).Take(2).Reverse()).Concat(Before.Split('\n').Skip(3)));
        Assert.Equal(Places(Compiling.Templates(Before)).OrderBy(place => place.Key, StringComparer.Ordinal), Places(Compiling.Templates(shuffled)).OrderBy(place => place.Key, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Places(IReadOnlyList<Template> templates) =>
        Compiling.Resources(templates).ToDictionary(found => found.Key, found => found.Value.Stack + " " + found.Value.Resource.Type, StringComparer.Ordinal);
}
