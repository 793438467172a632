using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.CloudFormation.Writing;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("!Ref a", "{\"Ref\":\"a\"}")]
    [InlineData("!GetAtt a.b.c", "{\"Fn::GetAtt\":[\"a\",\"b.c\"]}")]
    [InlineData("{Fn::GetAtt: a.b}", "{\"Fn::GetAtt\":[\"a\",\"b\"]}")]
    [InlineData("{Fn::GetAtt: [a, b]}", "{\"Fn::GetAtt\":[\"a\",\"b\"]}")]
    [InlineData("!Sub '${a}'", "{\"Fn::Sub\":\"${a}\"}")]
    [InlineData("!Sub ['${a}', {a: !Ref b}]", "{\"Fn::Sub\":[\"${a}\",{\"a\":{\"Ref\":\"b\"}}]}")]
    [InlineData("!Join ['', [0123, 1, !Ref a]]", "{\"Fn::Join\":[\"\",[\"0123\",\"1\",{\"Ref\":\"a\"}]]}")]
    [InlineData("!If [c, 1, !Ref AWS::NoValue]", "{\"Fn::If\":[\"c\",1,{\"Ref\":\"AWS::NoValue\"}]}")]
    [InlineData("!FindInMap [m, !Ref AWS::AccountId, 012345678901]", "{\"Fn::FindInMap\":[\"m\",{\"Ref\":\"AWS::AccountId\"},\"012345678901\"]}")]
    [InlineData("!Select [0, !GetAZs '']", "{\"Fn::Select\":[0,{\"Fn::GetAZs\":\"\"}]}")]
    [InlineData("!Split [',', !ImportValue x]", "{\"Fn::Split\":[\",\",{\"Fn::ImportValue\":\"x\"}]}")]
    [InlineData("!Base64 12", "{\"Fn::Base64\":\"12\"}")]
    [InlineData("!Cidr [10.0.0.0/16, 6, 8]", "{\"Fn::Cidr\":[\"10.0.0.0/16\",6,8]}")]
    [InlineData("!Nope x", "{\"Fn::Nope\":\"x\"}")]
    [InlineData("{Condition: a}", "{\"Condition\":\"a\"}")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("0123", "\"0123\"")]
    [InlineData("+1", "\"+1\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("-1.50e3", "-1.50e3")]
    [InlineData("0", "0")]
    [InlineData("0.5", "0.5")]
    [InlineData("1.", "\"1.\"")]
    [InlineData("True", "true")]
    [InlineData("~", "null")]
    [InlineData("'1'", "\"1\"")]
    [InlineData("!!str 1", "\"1\"")]
    [InlineData("[&a {x: 1}, *a]", "[{\"x\":1},{\"x\":1}]")]
    public void YAML_becomes_the_value_that_CloudFormation_means(string yaml, string json) => Assert.Equal(json, Json(CfnValueReader.Read(Node(yaml))));

    [Theory]
    [InlineData("{Condition: a}", true)]
    [InlineData("!Condition a", true)]
    public void In_a_condition_the_key_Condition_is_a_function(string yaml, bool isFunction) =>
        Assert.Equal(isFunction, CfnValueReader.ReadCondition(Node(yaml)) is CfnFunction { Name: "Condition" });

    [Theory]
    [InlineData("AWS::SQS::Queue", "{QueueName: 012, DelaySeconds: 5, FifoQueue: true}", "{\"QueueName\":\"012\",\"DelaySeconds\":5,\"FifoQueue\":true}")]
    [InlineData("AWS::SQS::Queue", "{QueueName: 12, Tags: [{Key: 1, Value: true}]}", "{\"QueueName\":\"12\",\"Tags\":[{\"Key\":\"1\",\"Value\":\"true\"}]}")]
    [InlineData("AWS::SQS::Queue", "{QueueName: !If [a, 1, true]}", "{\"QueueName\":{\"Fn::If\":[\"a\",\"1\",\"true\"]}}")]
    [InlineData("AWS::SQS::Queue", "{QueueName: ~}", "{\"QueueName\":null}")]
    [InlineData("AWS::IAM::Policy", "{PolicyDocument: {Version: 2012-10-17, Statement: {Sid: 1}}}", "{\"PolicyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":1}}}")]
    [InlineData("AWS::ECS::TaskDefinition", "{Cpu: 256, ContainerDefinitions: [{Cpu: 256, Name: 1}]}", "{\"Cpu\":\"256\",\"ContainerDefinitions\":[{\"Cpu\":256,\"Name\":\"1\"}]}")]
    [InlineData("AWS::Nobody::Knows", "{QueueName: 12}", "{\"QueueName\":12}")]
    public void Properties_are_what_AWS_says_they_are(string type, string yaml, string json) =>
        Assert.Equal(json, Json(CfnValueReader.ReadProperties((YamlMapping)Node(yaml), type)));

    [Fact]
    public void Every_value_knows_where_it_was_written()
    {
        var map = Assert.IsType<CfnMap>(CfnValueReader.Read(Node("a: !Sub x\nb: [1, *c]".Replace("*c", "2"))));
        Assert.Equal([(1, 1), (2, 1)], map.Members.Select(member => (member.NameOrigin.Line, member.NameOrigin.Column)));
        Assert.Equal((2, 8), (((CfnList)map.Members[1].Value).Items[1].Origin.Line, ((CfnList)map.Members[1].Value).Items[1].Origin.Column));
    }

    [Fact]
    public void An_alias_is_located_where_it_is_used_and_its_inside_where_it_was_defined()
    {
        var list = Assert.IsType<CfnList>(CfnValueReader.Read(Node("- &a {x: 1}\n- *a")));
        Assert.Equal(2, list.Items[1].Origin.Line);
        Assert.Equal(1, ((CfnMap)list.Items[1]).Members[0].Value.Origin.Line);
    }

    private static YamlNode Node(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlReader.Read(new SourceFile("/a.yaml", yaml), diagnostics)[0];
        Assert.Empty(diagnostics);
        return node;
    }

    // What a value is in a template, without the template.
    private static string Json(CfnValue value)
    {
        var resource = new Resource("A", "Custom::A", new Cfn(value.Origin).Map(("A", value)), value.Origin);
        var text = TemplateWriter.Write(new Template("t", "", value.Origin) { Resources = [resource] }, TemplateFormat.Json);
        var token = Newtonsoft.Json.Linq.JToken.Parse(text)["Resources"]!["A"]!["Properties"]!["A"]!;
        var raw = token.Type is Newtonsoft.Json.Linq.JTokenType.Float ? text.Split(["\"A\": "], System.StringSplitOptions.None).Last().Split('\n')[0] : null;
        return raw ?? token.ToString(Newtonsoft.Json.Formatting.None);
    }
}
