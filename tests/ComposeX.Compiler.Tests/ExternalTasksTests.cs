using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compiler.Families;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What rooms ask of a service that is in no VPC.</summary>
public sealed class ExternalTasksTests
{
    [Fact]
    public void A_load_balancer_is_not_given_to_tasks_outside_of_AWS()
    {
        var (service, diagnostics) = Service(("LoadBalancers", cfn => cfn.List()), ("EnableExecuteCommand", cfn => cfn.Boolean(true)));
        Assert.Equal("CX2241", Assert.Single(diagnostics).Code);
        Assert.Null(service["LoadBalancers"]);
        Assert.NotNull(service["EnableExecuteCommand"]);
    }

    [Fact]
    public void Two_rooms_do_not_set_one_property_to_different_values() =>
        Assert.Equal("CX2213", Assert.Single(Service(("EnableExecuteCommand", cfn => cfn.Boolean(true)), ("EnableExecuteCommand", cfn => cfn.Boolean(false))).Diagnostics).Code);

    private static (CfnMap Properties, DiagnosticBag Diagnostics) Service(params (string Property, Func<Cfn, CfnValue> Value)[] asked)
    {
        var diagnostics = new DiagnosticBag();
        var project = ComposeLoader.Load(
            new ComposeLoadRequest
            {
                Files = ["/shop/docker-compose.yml"],
                ProjectDirectory = "/shop",
                SourceFiles = new MemoryFiles(("/shop/docker-compose.yml", "services: {edge: {image: acme/edge:1, deploy: {labels: {ecs.compute.platform: EXTERNAL}}}}")),
            },
            diagnostics);
        var application = ApplicationBuilder.Build(project!, ModuleCatalogue.Modules, new ApplicationOptions(null, [], LookupLock.Empty), diagnostics);
        var family = application.Families[0];
        var made = FamilySynthesizer.Synthesize(application, ModuleCatalogue.BuiltIn, [.. asked.Select(set => new SetOnService(family, set.Property, set.Value(new Cfn(family.Origin)), family.Origin))], diagnostics);
        return (made.Resources.Single(resource => resource.Type == "AWS::ECS::Service").Properties, diagnostics);
    }
}
