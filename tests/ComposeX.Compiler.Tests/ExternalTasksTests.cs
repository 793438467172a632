using System.Linq;
using ComposeX.Compiler.Rooms;
using ComposeX.CloudFormation.Values;
using ComposeX.Compiler.Families;
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
        var cfn = new Cfn(family.Origin);
        var made = FamilySynthesizer.Synthesize(application, [new SetOnService(family, "LoadBalancers", cfn.List(), family.Origin), new SetOnService(family, "EnableExecuteCommand", cfn.Boolean(true), family.Origin)], diagnostics);
        var service = made.Resources.Single(resource => resource.Type == "AWS::ECS::Service").Properties;
        Assert.Equal("CX2241", Assert.Single(diagnostics).Code);
        Assert.Null(service["LoadBalancers"]);
        Assert.NotNull(service["EnableExecuteCommand"]);
    }
}
