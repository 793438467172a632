using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose;
using ComposeX.Model;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Alarms;
using ComposeX.Modules.Events;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What alarms and rules say that they deliver, whoever lets them in.</summary>
public sealed class DeliveryTests
{
    private const string Metric = "Namespace: N, MetricName: M, Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: LessThanThreshold";

    [Fact]
    public void An_alarm_says_which_topics_it_notifies()
    {
        var compose = "x-sns: {duty: {}, news: {}}\nx-alarms: {a: {Properties: {" + Metric + ", InsufficientDataActions: [\"x-sns::news\"]}, Topics: [{x-sns: duty, NotifyOn: all}, {x-sns: duty}, {TopicArn: \"x-sns::news::Arn\"}]}}";
        Assert.Equal(
            ["x-sns::duty::Arn cloudwatch.amazonaws.com arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:${Name}", "x-sns::news::Arn cloudwatch.amazonaws.com arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:${Name}"],
            Deliveries(compose));
    }

    [Fact]
    public void A_predefined_alarm_says_which_topics_it_notifies()
    {
        var compose = "services: {web: {image: a, x-scaling: {Range: 1-3}, x-alarms: {Predefined: {HighCpuUsageAndMaxScaledOut: {Topics: [{x-sns: duty}]}}}}}\nx-sns: {duty: {}}";
        Assert.Equal(["x-sns::duty::Arn cloudwatch.amazonaws.com arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:${Name}"], Deliveries(compose));
    }

    [Fact]
    public void A_rule_says_where_it_sends_and_waits_until_it_may()
    {
        var compose = "x-sns: {news: {}}\nx-events: {a: {Properties: {Name: b, ScheduleExpression: rate(1 day), Targets: [{Id: t, Arn: \"x-sns::news\"}, {Id: u, Arn: \"arn:aws:sqs:eu-west-1:123456789012:q\"}]}}}";
        Assert.Equal(["x-sns::news::Arn events.amazonaws.com arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/b"], Deliveries(compose));
        var application = Build(compose);
        var rule = application.Declarations.Single(declaration => declaration.Name == "a");
        Assert.Equal(["SnsNewsPolicy"], rule.Module.Synthesize(rule, application.Surroundings, []).Resources.Single().DependsOn);
    }

    private static IEnumerable<string> Deliveries(string compose) => Build(compose).Surroundings.Offers<DeliveryOffer>()
        .Select(pair => pair.Offer)
        .Select(offer => $"{offer.Target.Key}::{offer.Target.Name}::{offer.Target.Attribute} {offer.Principal} {Text(offer.SourceArn)}");

    private static string Text(CfnValue? value) => value switch
    {
        CfnFunction { Argument: CfnString text } => text.Value,
        CfnFunction { Argument: CfnList { Items: [CfnString text, ..] } } => text.Value,
        _ => "",
    };

    private static Application Build(string compose)
    {
        var diagnostics = new DiagnosticBag();
        var request = new ComposeLoadRequest
        {
            Files = ["/shop/docker-compose.yml"],
            ProjectDirectory = "/shop",
            SourceFiles = new MemoryFiles(("/shop/docker-compose.yml", compose)),
        };
        IReadOnlyList<Module> modules = [new AlarmsModule(), new EventsModule(), new Topics(), .. ModuleCatalogue.Modules.Where(module => module.Key is "x-cluster" or "x-vpc")];
        var application = ApplicationBuilder.Build(ComposeLoader.Load(request, diagnostics)!, modules, new("shop", [], LookupLock.Empty), diagnostics);
        Assert.Empty(diagnostics);
        return application;
    }

    /// <summary>Topics whose policies have names.</summary>
    private sealed class Topics : Module
    {
        public override string Key => "x-sns";

        public override string Type => "AWS::SNS::Topic";

        public override IReadOnlyList<ModuleAttribute> Attributes { get; } = [new("Arn", null, Alias: "TopicArn")];

        public override IReadOnlyList<Offer> Offers(Declaration declaration) => [new ReceiverOffer([declaration.LogicalId("Policy")])];
    }
}
