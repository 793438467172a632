using System.Linq;
using ComposeX.CloudFormation.Values;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>The smallest Fargate task that has what the containers ask for.</summary>
public sealed class TaskSizeTests
{
    [Theory]
    [InlineData("0.1", "64M", "256", "512")]
    [InlineData("0.25", "513M", "256", "1024")]
    [InlineData("0.25", "6G", "1024", "6144")]
    [InlineData("0.5", "700M", "512", "1024")]
    [InlineData("0.51", "1G", "1024", "2048")]
    [InlineData("1.25", "1408M", "2048", "4096")]
    [InlineData("4", "30G", "4096", "30720")]
    [InlineData("4", "31G", "8192", "32768")]
    [InlineData("16", "120G", "16384", "122880")]
    public void A_task_is_as_small_as_it_can_be(string cpus, string memory, string cpuUnits, string mebibytes)
    {
        var task = Task(cpus, memory);
        Assert.Equal((cpuUnits, mebibytes), (Text(task["Cpu"]), Text(task["Memory"])));
    }

    [Theory, InlineData("17", "1G"), InlineData("1", "121G")]
    public void A_task_that_no_size_can_hold_is_refused_where_it_was_asked_for(string cpus, string memory)
    {
        var finding = Assert.Single(Compiling.Compile(Compose(cpus, memory)).Diagnostics);
        Assert.Equal(("CX2203", 6), (finding.Code, finding.Location.Line));
    }

    private static CfnMap Task(string cpus, string memory) => Compiling.Templates(Compose(cpus, memory))
        .SelectMany(template => template.Resources)
        .Single(resource => resource.Type == "AWS::ECS::TaskDefinition").Properties;

    private static string? Text(CfnValue? value) => (value as CfnString)?.Value;

    private static string Compose(string cpus, string memory) => $$"""
        services:
          web:
            image: nginx:1.27
            deploy:
              resources:
                limits: {cpus: "{{cpus}}", memory: {{memory}}}
        """;
}
