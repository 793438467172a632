using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Validation;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

public sealed class LimitTests
{
    private static readonly Location s_origin = new("compose.yaml", 1, 1, 1, 1);
    private static readonly Cfn s_cfn = new(s_origin);

    [Theory]
    [InlineData(500, 200, 200, 200)]
    [InlineData(501, 1, 1, 1, "501 resources")]
    [InlineData(1, 201, 1, 1, "201 parameters")]
    [InlineData(1, 1, 201, 1, "201 outputs")]
    [InlineData(1, 1, 1, 201, "201 mappings")]
    public void Quotas_are_kept(int resources, int parameters, int outputs, int mappings, params string[] found)
    {
        var template = Template(resources) with
        {
            Parameters = [.. Enumerable.Range(0, parameters).Select(index => new Parameter($"P{index}", "String", s_origin))],
            Outputs = [.. Enumerable.Range(0, outputs).Select(index => new Output($"O{index}", s_cfn.String("a"), s_origin))],
            Mappings = [.. Enumerable.Range(0, mappings).Select(index => new Mapping($"M{index}", s_cfn.Map(("a", s_cfn.Map(("b", s_cfn.String("c"))))), s_origin))],
        };
        Assert.Equal(found, Found(template, "CX4042").Select(finding => finding.Message.Split(["has "], System.StringSplitOptions.None)[1].Split(';')[0]));
    }

    [Fact]
    public void A_mapping_has_no_more_keys_than_CloudFormation_takes()
    {
        var entries = s_cfn.Map(Enumerable.Range(0, 201).Select(index => ($"K{index}", (CfnValue?)s_cfn.Map())));
        Assert.Single(Found(Template(1) with { Mappings = [new Mapping("M", entries, s_origin)] }, "CX4042"));
    }

    [Fact]
    public void A_template_is_no_larger_than_CloudFormation_takes()
    {
        var text = new string('é', 9_000);
        var large = Template(1) with { Outputs = [.. Enumerable.Range(0, 60).Select(index => new Output($"O{index}", s_cfn.String(text), s_origin))] };
        Assert.Single(Found(large, "CX4043"));
        Assert.Empty(Found(large with { Outputs = [.. large.Outputs.Take(50)] }, "CX4043"));
    }

    [Fact]
    public void Descriptions_and_defaults_are_no_longer_than_CloudFormation_takes()
    {
        Assert.Single(Found(Template(1) with { Description = new string('é', 513) }, "CX4044"));
        Assert.Empty(Found(Template(1) with { Description = new string('é', 512) }, "CX4044"));
        Assert.Single(Found(Template(1) with { Parameters = [new Parameter("P", "String", s_origin) { Default = new string('a', 4097) }] }, "CX4044"));
    }

    [Fact]
    public void A_symbol_that_was_not_resolved_is_a_finding_and_no_crash()
    {
        var value = s_cfn.Map(
            ("A", s_cfn.Ref("Queue")),
            ("B", s_cfn.List(s_cfn.Parameter("P"))),
            ("C", s_cfn.Sub("${a}", ("a", s_cfn.RootStackName()))),
            ("D", new CfnSharedList("Subnets", [], "List<AWS::EC2::Subnet::Id>", s_origin with { Line = 2 })));
        Assert.Equal([1, 2], Found(new Template("t", "", s_origin) { Resources = [new Resource("A", "Custom::A", value, s_origin)] }, "CX4014").Select(finding => finding.Location.Line));
    }

    private static Template Template(int resources) =>
        new("t", "", s_origin) { Resources = [.. Enumerable.Range(0, resources).Select(index => new Resource($"R{index}", "AWS::SNS::Topic", s_cfn.Map(), s_origin))] };

    private static Diagnostic[] Found(Template template, string code)
    {
        var diagnostics = new DiagnosticBag();
        TemplateValidator.Validate([template], diagnostics);
        return [.. diagnostics.Where(diagnostic => diagnostic.Code == code)];
    }
}
