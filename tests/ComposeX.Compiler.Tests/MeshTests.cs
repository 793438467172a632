using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Modules.Appmesh;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>The rules and permissions of a mesh are those of its drawing, whatever is drawn.</summary>
public sealed class MeshTests
{
    private static readonly string[] Nodes = ["one", "two", "three"];

    public static TheoryData<string> Drawings() => [.. Enumerable.Range(0, 64).Select(number => string.Join(" ", Ways().Where((_, index) => (number >> index & 1) == 1)))];

    [Theory, MemberData(nameof(Drawings))]
    public void Rules_and_permissions_are_those_of_the_drawing(string drawing)
    {
        var ways = drawing.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var resources = Resources(string.Concat(Nodes.Select(node => $"      - {{name: {node}, protocol: http, backends: [{Backends(node, ways)}]}}\n")));

        var rules = resources.Where(resource => resource.Type == "AWS::EC2::SecurityGroupIngress").Select(rule =>
            $"{Group(rule.Properties["SourceSecurityGroupId"])}>{Group(rule.Properties["GroupId"])}:{Text(rule.Properties["FromPort"])}-{Text(rule.Properties["ToPort"])}");
        Assert.Equal(ways.Select(way => $"{way}:8080-8080").OrderBy(text => text, StringComparer.Ordinal), rules.OrderBy(text => text, StringComparer.Ordinal));

        var statements = resources.Where(resource => resource.LogicalId.EndsWith("ToAppmesh", StringComparison.Ordinal))
            .SelectMany(policy => Compiling.Texts(policy.Properties, "PolicyDocument", "Statement", "Action").Select(action => $"{policy.LogicalId} {action} {Resource(policy)}"));
        Assert.Equal(Nodes.Select(node => $"{Id(node)}ToAppmesh appmesh:StreamAggregatedResources AppmeshNode{Id(node)}.Arn").OrderBy(text => text, StringComparer.Ordinal), statements.OrderBy(text => text, StringComparer.Ordinal));

        var backends = Nodes.SelectMany(node => Compiling.Texts(resources.Single(resource => resource.LogicalId == "AppmeshNode" + Id(node)).Properties, "Spec", "Backends", "VirtualService", "VirtualServiceName")
            .Select(name => $"{node}>{name.Split('.')[0].Substring("to-".Length)}"));
        Assert.Equal(ways.OrderBy(text => text, StringComparer.Ordinal), backends.OrderBy(text => text, StringComparer.Ordinal));
    }

    [Fact]
    public void Rooms_agree_on_the_size_of_a_task_with_its_proxy()
    {
        var task = Resources("      - {name: one, protocol: http}\n").Single(resource => resource.LogicalId == "OneTaskDefinition");
        Assert.Equal(["512", "1024"], [Text(task.Properties["Cpu"]), Text(task.Properties["Memory"])]);
    }

    [Fact]
    public void A_resource_of_somebody_elses_module_that_says_too_little_is_reported()
    {
        const string Compose = """
            services:
              one: {image: "one:1"}
            x-mail:
              post: {}
            x-appmesh:
              Settings:
                nodes: [{name: one, backends: [post]}, {name: post}]
                services: [{name: post, node: post}]
            """;
        var diagnostics = new DiagnosticBag();
        var files = new MemoryFiles(("/shop/docker-compose.yml", Compose));
        var project = ComposeLoader.Load(new() { Files = ["/shop/docker-compose.yml"], ProjectDirectory = "/shop", SourceFiles = files }, diagnostics)!;
        var application = ApplicationBuilder.Build(project, [.. ModuleCatalogue.Modules, new Mail()], new(null, [], LookupLock.Empty), diagnostics);
        var mesh = application.Declarations.Single(declaration => declaration.Module is AppmeshModule);
        var made = mesh.Module.Synthesize(mesh, application.Surroundings, diagnostics);
        Assert.Equal(["CXAPPMESH01", "CXAPPMESH36"], diagnostics.Select(found => found.Code).OrderBy(text => text, StringComparer.Ordinal));
        Assert.DoesNotContain(made.Resources, resource => resource.Type == "AWS::EC2::SecurityGroupIngress");
    }

    private sealed class Mail : Module
    {
        public override string Key => "x-mail";

        public override string Type => "AWS::SES::ConfigurationSet";

        public override IReadOnlyList<Offer> Offers(Declaration declaration) => [new EndpointOffer(new CfnString("mail.example.com", declaration.Origin)) { Port = new Cfn(declaration.Origin).Number(587) }];
    }

    private static IEnumerable<string> Ways() => Nodes.SelectMany(from => Nodes.Where(to => to != from).Select(to => $"{from}>{to}"));

    private static string Backends(string node, string[] ways) =>
        string.Join(", ", ways.Where(way => way.StartsWith(node + ">", StringComparison.Ordinal)).Select(way => "to-" + way.Split('>')[1]));

    private static IReadOnlyList<Resource> Resources(string nodes) => Compiling.Templates($$"""
        services:
          one:
            image: one:1
            expose: ["8080"]
            depends_on: [two]
            cpus: "0.25"
            mem_limit: 512M
          two: {image: "two:1", expose: ["8080"]}
          three: {image: "three:1", expose: ["8080"]}
        x-appmesh:
          Settings:
            nodes:
        {{nodes}}
            services:
              {{(Regex.IsMatch(nodes, "three") ? "[{name: to-one, node: one}, {name: to-two, node: two}, {name: to-three, node: three}]" : "[]")}}
        """, "EcsStackLayout=Single").Single().Resources;

    private static string Id(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string Group(CfnValue? value) => Regex.Replace(Text(((CfnList)((CfnFunction)value!).Argument).Items[0]), "SecurityGroup", "").ToLowerInvariant();

    private static string Resource(Resource policy)
    {
        var statement = (CfnMap)((CfnList)((CfnMap)policy.Properties["PolicyDocument"]!)["Statement"]!).Items.Single();
        return string.Join(" ", ((CfnList)statement["Resource"]!).Items.Select(resource => string.Join(".", ((CfnList)((CfnFunction)resource).Argument).Items.Select(Text))));
    }

    private static string Text(CfnValue? value) => value switch { CfnString text => text.Value, CfnNumber number => number.Text, _ => "?" };
}
