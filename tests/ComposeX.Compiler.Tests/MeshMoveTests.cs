using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.CloudFormation.Writing;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Modules.ServiceConnect;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>One mesh under both providers: what stays is the same, and what is lost has been said.</summary>
public sealed class MeshMoveTests
{
    private const string AppMesh = "EcsMeshProvider=AppMesh";
    private const string ServiceConnect = "EcsMeshProvider=ServiceConnect";
    private const string Listening = "{image: acme/node:1, expose: [\"8080\"]}";
    private const string ComposeFile = "/shop/docker-compose.yml";

    // Another valid word in place of one of few.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["http"] = "http2",
        ["http2"] = "http",
        ["grpc"] = "http2",
        ["tcp"] = "http",
        ["GET"] = "PUT",
        ["true"] = "false",
        ["false"] = "true",
        ["DROP_ALL"] = "ALLOW_ALL",
        ["ALLOW_ALL"] = "DROP_ALL",
        ["PERMISSIVE"] = "DISABLED",
        ["STRICT"] = "DISABLED",
        ["ms"] = "s",
        ["s"] = "ms",
        ["/"] = "/other",
    };

    /// <summary>The cases with a mesh.</summary>
    public static TheoryData<string> Meshes() => [.. Case.All(typeof(MeshMoveTests).Assembly, "")
        .Where(found => Compose(found).Contains("\nx-appmesh:", StringComparison.Ordinal) && CaseCompilation.ComposeFiles(found.Files, Case.Root).Count == 1)
        .Select(found => found.Name)];

    /// <summary>Every value of the mesh does something with Service Connect, or a finding about it, or about what it is a part of, says that it does not.</summary>
    [Theory, MemberData(nameof(Meshes))]
    public void Nothing_is_lost_silently(string name)
    {
        var text = Compose(Named(name));
        var compiled = Compiling.Compile(text, ServiceConnect);
        if (compiled.Diagnostics.HasErrors)
        {
            return;
        }

        var reported = compiled.Diagnostics.Select(finding => finding.Location).ToHashSet();
        var known = Outcome(compiled);
        var lost = MeshLeaves.Of(new(ComposeFile, text))
            .Where(leaf => !leaf.Places.Any(reported.Contains) && !leaf.IsPointless)
            .Where(leaf => Outcome(Compiling.Compile(leaf.Replace(text, Other(leaf.Value.Text)), ServiceConnect)) == known)
            .Select(leaf => $"{leaf.Value.Location}: {leaf.Value.Text}").ToList();
        Assert.True(lost.Count == 0, string.Join("\n", lost));
    }

    /// <summary>Who reaches whom on which port, and by which variable, is the drawing's affair and nobody else's.</summary>
    [Theory, MemberData(nameof(Meshes))]
    public void The_ways_and_the_variables_are_the_same_whoever_makes_it(string name)
    {
        var text = Compose(Named(name));
        var (old, moved) = (Compiling.Compile(text, AppMesh), Compiling.Compile(text, ServiceConnect));
        if (old.Diagnostics.HasErrors || moved.Diagnostics.HasErrors)
        {
            return;
        }

        Assert.Equal(Ways(old), Ways(moved));
        Assert.Equal(Backends(old), Backends(moved));
    }

    [Theory, MemberData(nameof(Meshes))]
    public void A_mesh_that_moves_leaves_no_part_of_App_Mesh_behind(string name)
    {
        var moved = Compiling.Compile(Compose(Named(name)), ServiceConnect);
        var resources = (moved.Compilation?.Templates ?? []).SelectMany(template => template.Resources).ToList();
        Assert.DoesNotContain(resources, resource => resource.Type.StartsWith("AWS::AppMesh::", StringComparison.Ordinal));
        Assert.DoesNotContain(resources, resource => resource.Properties["ProxyConfiguration"] is not null);
        Assert.DoesNotContain(moved.Diagnostics, finding => finding.Code == "CXAPPMESH01");
    }

    [Fact]
    public void The_pair_of_cases_is_one_file() => Assert.Equal(Compose(Named("Appmesh/BeforeTheMove")), Compose(Named("ServiceConnect/FromAppMesh")));

    [Theory, MemberData(nameof(MeshTests.Drawings), MemberType = typeof(MeshTests))]
    public void Rules_are_those_of_the_drawing(string drawing)
    {
        var ways = drawing.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        string[] nodes = ["one", "two", "three"];
        var compose = $"""
            services:
              one: {Listening}
              two: {Listening}
              three: {Listening}
            x-appmesh:
              Settings:
                nodes:
            {string.Concat(nodes.Select(node => $"      - {{name: {node}, protocol: http, backends: [{string.Join(", ", ways.Where(way => way.StartsWith(node + ">", StringComparison.Ordinal)).Select(way => way.Split('>')[1]))}]}}\n"))}
                services: [{string.Join(", ", nodes.Select(node => $"{{name: {node}, node: {node}}}"))}]
            """;
        var rules = Compiling.Resources(Compiling.Templates(compose, ServiceConnect)).Values.Select(found => found.Resource)
            .Where(resource => resource.Type == "AWS::EC2::SecurityGroupIngress")
            .Select(resource => ((CfnString)resource.Properties["Description"]!).Value);
        Assert.Equal(ways.Select(way => $"{string.Join(" to ", way.Split('>'))} on 8080tcp").OrderBy(text => text, StringComparer.Ordinal), rules.OrderBy(text => text, StringComparer.Ordinal));
    }

    [Fact]
    public void A_resource_of_somebody_elses_module_that_says_too_little_is_reported()
    {
        const string Mesh = """
            services:
              one: {image: "one:1"}
            x-mail:
              post: {}
            x-appmesh:
              Properties: {EgressFilter: ALLOW_ALL}
              Settings:
                nodes: [{name: one, backends: [post]}, {name: post}]
                services: [{name: post, node: post}]
            """;
        var diagnostics = new DiagnosticBag();
        var files = new MemoryFiles((ComposeFile, Mesh));
        var project = ComposeLoader.Load(new() { Files = [ComposeFile], ProjectDirectory = "/shop", SourceFiles = files }, diagnostics)!;
        var choice = new EnvironmentOption(MeshChoice.Key, true, new Dictionary<string, string>()) { Choices = MeshChoice.Of(MeshProvider.ServiceConnect) };
        var application = ApplicationBuilder.Build(project, [.. ModuleCatalogue.Modules, new Mail()], new(null, [choice], LookupLock.Empty), diagnostics);
        var made = new ServiceConnectModule().SynthesizeAll(application.Surroundings, diagnostics);
        Assert.Equal(["CXSERVICECONNECT79", "CXSERVICECONNECT86"], diagnostics.Select(found => found.Code).OrderBy(text => text, StringComparer.Ordinal));
        Assert.DoesNotContain(made.Resources, resource => resource.Type == "AWS::EC2::SecurityGroupIngress");
    }

    /// <summary>What the page about the move shows is taken by both providers; App Mesh says that it has ended and shifts no requests, and Service Connect nothing.</summary>
    [Fact]
    public void What_the_page_shows_goes_both_ways()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolders.Root, "src", "ComposeX.Modules", "ServiceConnect", "FROM-APP-MESH.md"));
        var examples = ModuleReadmeTests.Examples(page).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            Assert.Empty(AnnotatedFindings.List(Compiling.Compile(example, AppMesh).Diagnostics.Where(finding => finding.Code is not ("CXAPPMESH01" or "CX2250")), "/shop"));
            Assert.Empty(AnnotatedFindings.List(Compiling.Compile(example, ServiceConnect).Diagnostics, "/shop"));
        });
    }

    private sealed class Mail : Module
    {
        public override string Key => "x-mail";

        public override string Type => "AWS::SES::ConfigurationSet";

        public override IReadOnlyList<Offer> Offers(Declaration declaration) => [new EndpointOffer(new CfnString("mail.example.com", declaration.Origin))];
    }

    private static Case Named(string name) => Case.All(typeof(MeshMoveTests).Assembly, "").First(found => found.Name == name);

    private static string Compose(Case found) => CaseCompilation.ComposeFiles(found.Files, Case.Root).Take(1).Select(found.Files.Read).FirstOrDefault()?.Text ?? "";

    // Without places, which move with what is written before them.
    private static string Outcome(CaseCompilation compiled) =>
        string.Concat((compiled.Compilation?.Templates ?? []).Select(template => TemplateWriter.Write(template, compiled.Format)))
        + string.Join("\n", compiled.Diagnostics.Select(finding => finding.Code + finding.Message).OrderBy(line => line, StringComparer.Ordinal));

    private static string Other(string text)
    {
        if (Others.TryGetValue(text, out var other))
        {
            return other;
        }

        var digit = text.ToList().FindLastIndex(char.IsDigit);
        return digit < 0 ? text + "x" : string.Concat(text.Take(digit)) + (char)('0' + ((text[digit] - '0' + 1) % 10)) + text.Substring(digit + 1);
    }

    private static IReadOnlyList<string> Ways(CaseCompilation compiled) => [.. Compiling.Resources(compiled.Compilation!.Templates)
        .Where(resource => resource.Value.Resource.Type == "AWS::EC2::SecurityGroupIngress")
        .Select(resource => $"{resource.Key} in {resource.Value.Stack}: {resource.Value.Resource.Properties["FromPort"]}")
        .OrderBy(way => way, StringComparer.Ordinal)];

    private static IReadOnlyList<string> Backends(CaseCompilation compiled) =>
    [
        .. from resource in Compiling.Resources(compiled.Compilation!.Templates)
           where resource.Value.Resource.Type == "AWS::ECS::TaskDefinition"
           from container in ((CfnList)resource.Value.Resource.Properties["ContainerDefinitions"]!).Items.OfType<CfnMap>()
           from variable in (container["Environment"] as CfnList)?.Items.OfType<CfnMap>() ?? []
           let name = (variable["Name"] as CfnString)?.Value
           where name.EndsWith("_BACKEND", StringComparison.Ordinal)
           orderby resource.Key, name
           select $"{resource.Key} {name}",
    ];
}
