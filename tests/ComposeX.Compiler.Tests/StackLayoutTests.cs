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

    [Theory, InlineData(""), InlineData("EcsStackLayout=Single"), InlineData("EcsStackLayout=Sharded")]
    public void Adding_services_and_queues_moves_and_renames_nothing(string properties)
    {
        var before = Places(Compiling.Templates(Before, properties));
        var after = Places(Compiling.Templates(After, properties));
        Assert.NotEmpty(before);
        Assert.All(before, place => Assert.Equal(place.Value, after[place.Key]));
    }

    [Theory, InlineData(100), InlineData(500), InlineData(1000)]
    public void Many_services_keep_within_the_limits_and_one_more_moves_and_renames_nothing(int count)
    {
        var before = Places(Compiling.Templates(Services(count, "")));
        var after = Places(Compiling.Templates(Services(count, "  service-one-more: {image: acme/more:1, ports: ['8080'], depends_on: [service-0, service-7]}\n")));
        Assert.True(before.Count > count * 6);
        Assert.True(after.Count > before.Count);
        Assert.All(before, place => Assert.Equal(place.Value, after[place.Key]));
    }

    [Fact]
    public void All_layouts_have_the_same_resources_under_the_same_ids()
    {
        var nested = Places(Compiling.Templates(After)).Where(place => !place.Value.Contains("AWS::CloudFormation::Stack")).Select(place => place.Key);
        var single = Places(Compiling.Templates(After, "EcsStackLayout=Single")).Select(place => place.Key);
        var sharded = Places(Compiling.Templates(After, "EcsStackLayout=Sharded")).Where(place => !place.Value.Contains("AWS::CloudFormation::Stack")).Select(place => place.Key);
        Assert.Equal(nested.OrderBy(id => id, StringComparer.Ordinal), single.OrderBy(id => id, StringComparer.Ordinal));
        Assert.Equal(nested.OrderBy(id => id, StringComparer.Ordinal), sharded.OrderBy(id => id, StringComparer.Ordinal));
    }

    [Fact]
    public void The_order_in_which_things_are_written_is_not_the_order_of_anything_that_matters()
    {
        var shuffled = string.Join("\n", Before.Split('\n').Take(1).Concat(Before.Split('\n').Skip(1).Take(2).Reverse()).Concat(Before.Split('\n').Skip(3)));
        Assert.Equal(Places(Compiling.Templates(Before)).OrderBy(place => place.Key, StringComparer.Ordinal), Places(Compiling.Templates(shuffled)).OrderBy(place => place.Key, StringComparer.Ordinal));
    }

    // Chains of five, and one queue for ten services.
    private static string Services(int count, string inTheMiddle)
    {
        var lines = Enumerable.Range(0, count).Select(index => FormattableString.Invariant($"  service-{index}: {{image: 'acme/service:1', ports: ['{8000 + index % 100}']{(index % 5 == 0 ? "" : FormattableString.Invariant($", depends_on: [service-{index - 1}]"))}}}\n")).ToList();
        lines.Insert(count / 2, inTheMiddle);
        var queues = Enumerable.Range(0, count / 100).Select(index => FormattableString.Invariant($"  queue-{index}: {{Services: {{service-{index * 10}: {{Access: Publish}}}}}}\n"));
        return "services:\n" + string.Concat(lines) + "x-sqs:\n" + string.Concat(queues);
    }

    private static Dictionary<string, string> Places(IReadOnlyList<Template> templates) =>
        Compiling.Resources(templates).ToDictionary(found => found.Key, found => found.Value.Stack + " " + found.Value.Resource.Type, StringComparer.Ordinal);
}
