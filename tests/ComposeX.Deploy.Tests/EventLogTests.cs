using System;
using System.Collections.Generic;
using System.IO;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Operations;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class EventLogTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Clock _clock = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly EventLog _log;

    public EventLogTests()
    {
        var manifest = new Manifest("shop", [new ManifestStack("shop", null, "shop.json", [], []), new ManifestStack("web", "WebStack", "web.json", [], [])]);
        _log = new EventLog(new Reporter(_output, new Secrets()), "shop", new Origins(manifest, "/shop"), _clock, Pace.Default);
    }

    public void Dispose() => _output.Dispose();

    private IReadOnlyList<string> Lines => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Events_are_one_tree_with_a_line_each()
    {
        _log.Show(
        [
            Event("", "shop", TreeEvent.StackType, "CREATE_IN_PROGRESS", physicalId: "root"),
            Event("", "WebStack", TreeEvent.StackType, "CREATE_IN_PROGRESS", physicalId: "nested", at: 1),
            Event("WebStack", "shop-WebStack-1", TreeEvent.StackType, "CREATE_IN_PROGRESS", physicalId: "nested", stackId: "nested", at: 2),
            Event("WebStack", "Role", "AWS::IAM::Role", "CREATE_FAILED", "It\nexists", at: 3),
        ]);
        Assert.Equal(
            [
                "  12:00:00  shop  CREATE_IN_PROGRESS  AWS::CloudFormation::Stack",
                "  12:00:01  shop › web  CREATE_IN_PROGRESS  AWS::CloudFormation::Stack",
                "  12:00:03  shop › web › Role  CREATE_FAILED  AWS::IAM::Role  It exists",
            ],
            Lines);
    }

    [Fact]
    public void After_a_silence_what_is_in_progress_is_said_with_how_long()
    {
        _log.Show([Event("", "WebStack", TreeEvent.StackType, "CREATE_IN_PROGRESS", physicalId: "nested"), Event("WebStack", "Service", "AWS::ECS::Service", "CREATE_IN_PROGRESS", at: 10), Event("", "Cluster", "AWS::ECS::Cluster", "CREATE_IN_PROGRESS", at: 15)]);
        var spoken = Lines.Count;
        _clock.Now += TimeSpan.FromSeconds(29);
        _log.Show([]);
        Assert.Equal(spoken, Lines.Count);
        _clock.Now += TimeSpan.FromSeconds(96);
        _log.Show([]);
        Assert.Equal("  still in progress: shop › Cluster, 2m05s, shop › web › Service, 2m10s", Lines[^1]);
        _log.Show([]);
        Assert.Equal(spoken + 1, Lines.Count);
    }

    [Fact]
    public void What_came_to_its_end_is_not_in_progress()
    {
        _log.Show([Event("", "Cluster", "AWS::ECS::Cluster", "CREATE_IN_PROGRESS"), Event("", "Cluster", "AWS::ECS::Cluster", "CREATE_COMPLETE", at: 1)]);
        _clock.Now += TimeSpan.FromSeconds(30);
        _log.Show([]);
        Assert.Equal("  still in progress: waiting for CloudFormation", Lines[^1]);
    }

    [Fact]
    public void A_certificate_that_waits_for_a_person_says_for_what()
    {
        _log.Show([Event("", "Cert", "AWS::CertificateManager::Certificate", "CREATE_IN_PROGRESS"), Event("", "Cert", "AWS::CertificateManager::Certificate", "CREATE_IN_PROGRESS", "Content of DNS Record is: {Name: _1.example.com.,Type: CNAME,Value: _2.acm-validations.aws.}", at: 1)]);
        Assert.Contains("_1.example.com.", Lines[1], StringComparison.Ordinal);
        Assert.Contains("→ the certificate is issued when this record can be seen in public DNS", Lines[2], StringComparison.Ordinal);
    }

    private static TreeEvent Event(string stack, string logicalId, string type, string status, string? reason = null, string? physicalId = null, string stackId = "root", int at = 0) =>
        new(stack, new StackEvent($"{logicalId}-{at}", stackId, "shop", logicalId, status, Noon.AddSeconds(at)) { ResourceType = type, ResourceStatusReason = reason, PhysicalResourceId = physicalId ?? logicalId });

    /// <summary>Our clock, which is an hour behind AWS's.</summary>
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon.AddHours(-1);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
