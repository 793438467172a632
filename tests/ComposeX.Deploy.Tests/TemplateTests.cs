using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Templates;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class TemplateTests : IDisposable
{
    private static readonly string[] Files = ["web.template.json", "x-sqs.template.yaml"];
    private readonly ShopFolder _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("""{"TemplateURL": "web.template.json"}""", """{"TemplateURL": "URL"}""")]
    [InlineData("""{"TemplateURL":"./web.template.json","X":1}""", """{"TemplateURL":"URL","X":1}""")]
    [InlineData("      TemplateURL: web.template.json\n", "      TemplateURL: \"URL\"\n")]
    [InlineData("      TemplateURL: 'web.template.json'\r\n", "      TemplateURL: \"URL\"\r\n")]
    [InlineData("""{"TemplateURL": "other.template.json"}""", """{"TemplateURL": "other.template.json"}""")]
    [InlineData("""{"Description": "TemplateURL: web.template.json"}""", """{"Description": "TemplateURL: web.template.json"}""")]
    [InlineData("""{"TemplateURL": {"Ref": "web.template.json"}}""", """{"TemplateURL": {"Ref": "web.template.json"}}""")]
    public void Only_a_TemplateURL_that_names_a_template_of_the_folder_is_replaced(string template, string expected) =>
        Assert.Equal(expected, NestedTemplates.Replace(template, new Dictionary<string, string> { ["web.template.json"] = "URL" }));

    [Fact]
    public void Nested_templates_are_found_in_both_notations()
    {
        Assert.Equal(["web.template.json"], NestedTemplates.In("""{"A":{"TemplateURL":"web.template.json"},"B":{"TemplateURL":"web.template.json"}}""", Files));
        Assert.Equal(["x-sqs.template.yaml"], NestedTemplates.In("Resources:\n  A:\n    Properties:\n      TemplateURL: x-sqs.template.yaml\n", Files));
    }

    [Fact]
    public void A_template_is_named_after_all_that_is_in_it_also_deeper_down()
    {
        var before = Package("""{"Resources":{"Q":1}}""");
        var same = Package("""{"Resources":{"Q":1}}""");
        var after = Package("""{"Resources":{"Q":2}}""");
        Assert.Equal(before.Root, same.Root);
        Assert.NotEqual(before.Root, after.Root);
        Assert.Empty(before.Objects.Keys.Intersect(after.Objects.Keys));
        Assert.All(before.Objects.Values, text => Assert.DoesNotContain("\"leaf.template.json\"", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_that_contains_itself_is_reported() =>
        Assert.Equal("CX6105", Ended(() => Package("""{"TemplateURL":"middle.template.json"}""")).Code);

    [Fact]
    public void A_stack_that_no_template_nests_is_reported() => Assert.Equal("CX6106", Ended(() => TemplatePackage.Of(
        Folder(("root.template.json", "{}"), ("leaf.template.json", "{}")), "p/", key => key)).Code);

    [Fact]
    public void What_is_missing_from_the_folder_is_reported()
    {
        _shop.Write("deploy", "http://localhost:1");
        File.Delete(_shop.PathOf("ecs/web.template.json"));
        Assert.Equal(["CX6102"], Codes());
        File.Delete(_shop.ManifestPath);
        Assert.Equal(["CX6101"], Codes());
    }

    [Fact]
    public void A_template_beyond_the_limit_is_reported()
    {
        _shop.Web["Service"] = $$"""{"Type":"X","Metadata":"{{new string('x', 1_000_001)}}"}""";
        _shop.Write("deploy", "http://localhost:1");
        Assert.Equal(["CX6103"], Codes());
    }

    [Fact]
    public void A_manifest_without_a_root_is_reported()
    {
        _shop.Write("deploy", "http://localhost:1");
        File.WriteAllText(_shop.ManifestPath, ManifestWriter.Write(new Manifest("shop", [])));
        Assert.Equal(["CX6104"], Codes());
    }

    private static TemplatePackage Package(string leaf) => TemplatePackage.Of(
        Folder(("root.template.json", """{"TemplateURL":"middle.template.json"}"""), ("middle.template.json", """{"TemplateURL":"leaf.template.json"}"""), ("leaf.template.json", leaf)),
        "p/",
        key => "https://bucket/" + key);

    private static OutputFolder Folder(params (string File, string Text)[] templates)
    {
        var stacks = templates.Select((template, index) => new ManifestStack(template.File, index == 0 ? null : "S" + index, template.File, [], [])).ToList();
        return new("manifest.json", new Manifest("shop", stacks), stacks[0], templates.ToDictionary(template => template.File, template => template.Text));
    }

    private static Diagnostic Ended(Func<object> act) => Assert.Single(Assert.Throws<DeployException>(act).Diagnostics);

    private IEnumerable<string> Codes()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(OutputFolder.Read(_shop.ManifestPath, diagnostics));
        return diagnostics.Select(diagnostic => diagnostic.Code);
    }
}
