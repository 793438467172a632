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
using ComposeX.Modules.Scaling;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What scaling and alarms make of target groups, whoever offers them.</summary>
public sealed class TargetGroupTests
{
    private const string Alarm = "Properties: {Namespace: AWS/ApplicationELB, MetricName: HealthyHostCount, Statistic: Minimum, Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: LessThanThreshold, Dimensions: [{Name: TargetGroup, Value: \"%\"}, {Name: LoadBalancer, Value: \"x-elbv2::public\"}]}";

    [Fact]
    public void Scaling_by_requests_tracks_the_load_balancer_that_serves_the_family()
    {
        var diagnostics = new DiagnosticBag();
        var application = Build("services: {web: {image: a, x-scaling: {Range: 1-5, TargetScaling: {TgtTargetsCount: 100}}}}\nx-elbv2: {public: {}, packets: {Properties: {Type: network}}}", diagnostics);
        var resources = new ScalingModule().Synthesize(application.Families[0], application.Surroundings, diagnostics).Resources;
        Assert.Empty(diagnostics);
        Assert.Equal(["WebScalableTarget", "WebPublicRequestTrackingPolicy"], resources.Select(resource => resource.LogicalId));
        var metric = ((CfnMap)resources[1].Properties["TargetTrackingScalingPolicyConfiguration"]!)["PredefinedMetricSpecification"];
        Assert.Equal(["ALBRequestCountPerTarget"], Compiling.Texts(metric, "PredefinedMetricType"));
        Assert.Equal(["public", "web-80"], ((CfnList)((CfnList)((CfnFunction)((CfnMap)metric!)["ResourceLabel"]!).Argument).Items[1]).Items.OfType<CfnString>().Select(text => text.Value));
    }

    [Theory]
    [InlineData("x-elbv2::public::web::80", "web-80")]
    [InlineData("x-elbv2::public::web::web::80", "web-80")]
    [InlineData("x-elbv2::public::web", "web-80")]
    [InlineData("x-elbv2::public::api::8080", "api-8080")]
    [InlineData("x-elbv2::public::api::app::9090", "api-9090")]
    public void An_alarm_watches_the_target_group_of_a_family_and_port(string text, string group)
    {
        Assert.Empty(Synthesize(text, out var dimensions));
        Assert.Equal(group, ((CfnString)((CfnMap)dimensions[0])["Value"]!).Value);
        Assert.Equal("LoadBalancerFullName", ((DeclarationReference)((CfnMap)dimensions[1])["Value"]!).Attribute);
    }

    [Theory]
    [InlineData("x-elbv2::public::worker::80", "CXALARMS19")]
    [InlineData("x-elbv2::public::api", "CXALARMS20")]
    [InlineData("x-elbv2::public::api::70", "CXALARMS20")]
    [InlineData("x-elbv2::public::api::app::80::tcp", "CXALARMS18")]
    public void A_target_group_that_is_none_is_reported(string text, string code) => Assert.Equal([code], Synthesize(text, out _).Select(finding => finding.Code));

    [Fact]
    public void What_has_no_metric_scales_nothing()
    {
        var diagnostics = new DiagnosticBag();
        var application = Build("services: {web: {image: a}}\nx-elbv2: {public: {Services: {web: {Scaling: {Steps: [{LowerBound: 1, Count: 2}]}}}}}", diagnostics);
        new ScalingModule().Synthesize(application.Families[0], application.Surroundings, diagnostics);
        Assert.Equal(["CXSCALING11"], diagnostics.Select(finding => finding.Code));
    }

    private static DiagnosticBag Synthesize(string text, out IReadOnlyList<CfnValue> dimensions)
    {
        var diagnostics = new DiagnosticBag();
        var application = Build("services: {web: {image: a}}\nx-elbv2: {public: {}}\nx-alarms: {health: {" + Alarm.Replace("%", text) + "}}", diagnostics);
        var alarm = application.Declarations.Single(declaration => declaration.Name == "health");
        var resource = alarm.Module.Synthesize(alarm, application.Surroundings, diagnostics).Resources.Single();
        dimensions = ((CfnList)resource.Properties["Dimensions"]!).Items;
        return diagnostics;
    }

    private static Application Build(string compose, DiagnosticBag diagnostics)
    {
        var request = new ComposeLoadRequest
        {
            Files = ["/shop/docker-compose.yml"],
            ProjectDirectory = "/shop",
            SourceFiles = new MemoryFiles(("/shop/docker-compose.yml", compose)),
        };
        IReadOnlyList<Module> modules = [new AlarmsModule(), new Balancers(), .. ModuleCatalogue.Modules.Where(module => module.Key is "x-cluster" or "x-vpc")];
        return ApplicationBuilder.Build(ComposeLoader.Load(request, diagnostics)!, modules, new("shop", [], LookupLock.Empty), diagnostics);
    }

    /// <summary>Load balancers that serve one port of <c>web</c> and two of <c>api</c>.</summary>
    private sealed class Balancers : Module
    {
        public override string Key => "x-elbv2";

        public override string Type => "AWS::ElasticLoadBalancingV2::LoadBalancer";

        public override IReadOnlyList<Offer> Offers(Declaration declaration) => [Group("web", "80", declaration), Group("api", "8080", declaration), Group("api", "9090", declaration)];

        public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) =>
            new CfnString(attribute.Name.Replace("::", "-"), origin);

        private static TargetGroupOffer Group(string family, string port, Declaration declaration) =>
            new(family, new CfnString(declaration.Name, declaration.Origin), new CfnString($"{family}-{port}", declaration.Origin));
    }
}
