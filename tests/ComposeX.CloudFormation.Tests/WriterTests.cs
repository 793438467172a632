using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.CloudFormation.Writing;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

public sealed class WriterTests
{
    private static readonly Cfn s_cfn = new(new Location("compose.yaml", 1, 1, 1, 1));

    /// <summary>Texts that YAML readers of one version or the other would take for something else.</summary>
    private static readonly IReadOnlyList<string> s_texts =
    [
        "", " ", "a ", " a", "yes", "No", "ON", "off", "y", "N", "true", "False", "null", "~", "NULL", "0123", "0x1F", "0o17", "1_000", "1:30", "12:30:45",
        "2012-10-17", "1e3", ".5", ".inf", ".NaN", "-", "- a", "a: b", "a:", "a #b", "#a", "!x", "!Sub a", "*", "*a", "&a", "%a", "@a", "`a`", "|", ">", "'", "\"", "it's",
        "{a}", "[a]", "a, b", "?", "? a", "=", "<<", "...", "---", "a\nb", "a\nb\n", "a\n\nb\n\n", "\n", "\na", " a\nb", "a\n  b\n c", "a \nb", "a\tb", "\t", "a\rb", "a\r\nb",
        "\u0085", "\u2028", "\ufeff", "\u0007", "é", "😀", "日本", "arn:aws:iam::123456789012:role/x", "${AWS::Region}", "/aws/ecs", "$", "C:\\x", "a\n\tb", "a\n   \nb", "12345678901234567890",
    ];

    [Fact]
    public void Every_text_comes_back_from_YAML_as_it_was()
    {
        foreach (var text in s_texts)
        {
            Assert.Equal(text, Read("yaml", TemplateFormat.Yaml, s_cfn.Map(("A", s_cfn.String(text))))["A"] is CfnString read ? read.Value : null);
            Assert.Equal(text, Assert.Single(Read("key", TemplateFormat.Yaml, s_cfn.Map((text, s_cfn.String("x")))).Members).Name);
            var list = Assert.IsType<CfnList>(Read("item", TemplateFormat.Yaml, s_cfn.Map(("A", s_cfn.Strings(["first", text]))))["A"]);
            Assert.Equal(text, Assert.IsType<CfnString>(list.Items[1]).Value);
        }
    }

    [Fact]
    public void YAML_and_JSON_say_the_same_whatever_is_nested_in_what()
    {
        var random = new Random(20260801);
        for (var run = 0; run < 300; run++)
        {
            var map = s_cfn.Map(("Root", Value(random, 4)));
            var json = Json(Read("json", TemplateFormat.Json, map));
            Assert.Equal(json, Json(Read("yaml", TemplateFormat.Yaml, map)));
            Assert.Equal(json, Json(map));
        }
    }

    [Fact]
    public void A_symbol_that_was_not_resolved_is_never_written() => Assert.Throws<InvalidOperationException>(
        () => TemplateWriter.Write(Template(s_cfn.Map(("A", s_cfn.Ref("Queue")))), TemplateFormat.Json));

    [Fact]
    public void Parameters_are_written_as_the_command_line_takes_them() => Assert.Equal(
        "[\n  {\n    \"ParameterKey\": \"A\",\n    \"ParameterValue\": \"b\"\n  }\n]\n",
        ParametersWriter.Write([new KeyValuePair<string, string>("A", "b")]));

    [Theory]
    [InlineData("x-sqs", TemplateFormat.Json, "x-sqs.template.json")]
    [InlineData("shop", TemplateFormat.Yaml, "shop.template.yaml")]
    public void A_file_is_named_for_its_template(string name, TemplateFormat format, string file)
    {
        Assert.Equal(file, TemplateFileName.Of(name, format));
        Assert.Equal(name, TemplateFileName.TemplateOf(file));
        Assert.Null(TemplateFileName.TemplateOf("https://example.com/" + name));
    }

    private static CfnValue Value(Random random, int depth) => (depth == 0 ? random.Next(5) : random.Next(8)) switch
    {
        0 or 1 => s_cfn.String(s_texts[random.Next(s_texts.Count)]),
        2 => s_cfn.Number(random.Next(-5, 100000)),
        3 => s_cfn.Boolean(random.Next(2) == 0),
        4 => random.Next(2) == 0 ? s_cfn.List() : s_cfn.Map(),
        5 => s_cfn.List(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, depth - 1))),
        6 => s_cfn.Sub("${AWS::Region}-" + random.Next(10)),
        _ => s_cfn.Map(Enumerable.Range(0, random.Next(1, 4)).Select(index => ($"M{index}" + s_texts[random.Next(s_texts.Count)], (CfnValue?)Value(random, depth - 1)))),
    };

    private static CfnMap Read(string name, TemplateFormat format, CfnMap properties)
    {
        var diagnostics = new DiagnosticBag();
        var text = TemplateWriter.Write(Template(properties), format);
        var root = (YamlMapping)YamlReader.Read(new SourceFile("/" + name, text), diagnostics)[0];
        Assert.Empty(diagnostics);
        var resource = (YamlMapping)((YamlMapping)root["Resources"]!)["A"]!;
        return Assert.IsType<CfnMap>(CfnValueReader.Read(resource["Properties"]!));
    }

    private static string Json(CfnMap properties) => TemplateWriter.Write(Template(properties), TemplateFormat.Json);

    private static Template Template(CfnMap properties) =>
        new("t", "", s_cfn.Origin) { Resources = [new Resource("A", "Custom::A", properties, s_cfn.Origin)] };
}
