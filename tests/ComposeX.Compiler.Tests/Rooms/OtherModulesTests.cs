using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ComposeX.CloudFormation.Lookups;
using ComposeX.CloudFormation.Values;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose;
using ComposeX.Model.Seam;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;
using Module = ComposeX.Model.Seam.Module;

namespace ComposeX.Compiler.Tests.Rooms;

/// <summary>Modules of others: what they add, and that nothing they do is more than a finding.</summary>
public sealed class OtherModulesTests
{
    private const string Web = "services:\n  web: {image: acme/web:1}\n";

    [Fact]
    public void A_key_of_others_becomes_resources()
    {
        var (compilation, findings) = Compile(Web + "x-mail:\n  news: {Properties: {EmailIdentity: example.com}, Services: {web: }}\n", typeof(MailModule), typeof(string));
        Assert.Equal(["/shop/docker-compose.yml(4,3,4,7) CXMAIL01 Bound."], findings);
        Assert.Equal("AWS::SES::EmailIdentity", Compiling.Resources(compilation!.Templates)["MailNews"].Resource.Type);
    }

    [Fact]
    public void An_item_of_a_list_attribute_is_one_in_another_stack_too()
    {
        var (compilation, findings) = Compile(
            Web + "x-brokers:\n  main: {Properties: {BrokerName: main, EngineType: RABBITMQ, DeploymentMode: SINGLE_INSTANCE, HostInstanceType: mq.m7g.medium, PubliclyAccessible: false}, Services: {web: }}\n", typeof(Brokers));
        Assert.Empty(findings);
        var parameter = compilation!.Templates.Single(template => template.Name == "shop.web").Parameters.Single(parameter => parameter.Name == "BrokersMainAmqpEndpoints");
        Assert.Equal("CommaDelimitedList", parameter.Type);
        var output = compilation.Templates.Single(template => template.Name == "shop.x-brokers").Outputs.Single(output => output.Name == parameter.Name);
        Assert.Equal("Fn::Join", Assert.IsType<CfnFunction>(output.Value).Name);
    }

    [Fact]
    public void A_key_of_services_of_others_is_asked_for_every_family()
    {
        var (compilation, findings) = Compile("services:\n  web: {image: acme/web:1, x-tone: mild}\n", typeof(Tone));
        Assert.Empty(findings);
        Assert.Contains("TONE", Compiling.Texts(Compiling.Resources(compilation!.Templates)["WebTaskDefinition"].Resource.Properties, "ContainerDefinitions", "Environment", "Name"));
    }

    [Fact]
    public void A_key_that_declares_one_thing_is_declared_by_itself()
    {
        var (compilation, findings) = Compile(Web, typeof(Ground));
        Assert.Empty(findings);
        Assert.Contains("GroundGround", Compiling.Resources(compilation!.Templates).Keys);
    }

    [Fact]
    public void Without_the_assembly_there_is_no_such_key() =>
        Assert.DoesNotContain("MailNews", Compiling.Resources(Compile(Web + "x-mail: {news: {Properties: {EmailIdentity: example.com}}}\n").Compilation!.Templates).Keys);

    [Fact]
    public void The_order_of_assemblies_makes_no_difference()
    {
        var one = Compile(Web + "x-mail: {news: {Properties: {EmailIdentity: example.com}}}\n", typeof(MailModule), typeof(Ground));
        var other = Compile(Web + "x-mail: {news: {Properties: {EmailIdentity: example.com}}}\n", typeof(Ground), typeof(MailModule));
        Assert.Equal(Texts(one.Compilation!), Texts(other.Compilation!));
    }

    [Theory]
    [InlineData("bad", "CX2506 The module in \"Acme.dll\" failed at \"x-mail::bad\" (FormatException): Not a number. Its author")]
    [InlineData("late", "CX2506 The module in \"Acme.dll\" failed at \"x-mail::late\" (InvalidOperationException): Too late. Its author")]
    [InlineData("blank", "CX2506 The module in \"Acme.dll\" failed at \"x-mail::blank\" (NotSupportedException): Specified method is not supported. Its author")]
    [InlineData("miser", "CX2506 The module in \"Acme.dll\" failed at \"x-mail::miser\" (NotSupportedException): I offer nothing. Its author")]
    [InlineData("older", "CX2502 \"Acme.dll\" does not fit this version of ComposeX.Build: Method not found: \"Declaration.Gone\". Build it against ComposeX.Model ")]
    public void What_a_module_throws_is_a_finding_at_its_declaration_and_the_others_go_on(string name, string finding)
    {
        var (compilation, findings) = Compile(Web + $"x-mail:\n  {name}: {{Properties: {{EmailIdentity: example.com}}}}\n  zeta: {{Properties: {{EmailIdentity: example.org}}}}\n", typeof(MailModule));
        Assert.Null(compilation);
        Assert.Contains(findings, found => found.StartsWith($"/shop/docker-compose.yml(4,3,4,{3 + name.Length}) {finding}", StringComparison.Ordinal));
        Assert.Contains("/shop/docker-compose.yml(5,3,5,7) CXMAIL01 Bound.", findings);
        Assert.Equal(3, findings.Count);
    }

    [Fact]
    public void Look_ups_of_others_are_planned_with_ours()
    {
        var (plan, findings) = PlanLookups("services:\n  web: {image: acme/web:1, x-echo: {Tags: {Name: echo}}}\nx-relay:\n  news: {Lookup: {Tags: {Name: news}}}\nx-sqs:\n  jobs: {Lookup: {Tags: {Name: jobs}}}\n", typeof(RelayModule), typeof(Echo));
        Assert.Empty(findings);
        Assert.Equal(["x-echo echo", "x-relay news", "x-sqs jobs"], plan!.Lookups.Select(lookup => $"{lookup.Section} {lookup.Name}"));
        Assert.Equal("ses:identity", Assert.Single(plan.Lookups[1].Queries).TaggingType);
    }

    [Theory]
    [InlineData("bad", "CX2506 The module in \"Acme.dll\" failed at \"x-relay::bad\" (FormatException): Not found. Its author")]
    [InlineData("torn", "CX2506 The module in \"Acme.dll\" failed at \"x-relay::torn\" (")]
    [InlineData("older", "CX2502 \"Acme.dll\" does not fit this version of ComposeX.Build: Method not found: \"LookupSource.Gone\". Build it")]
    public void What_a_module_throws_about_look_ups_is_a_finding_at_its_declaration_and_nothing_is_planned(string name, string finding)
    {
        var (plan, findings) = PlanLookups($"x-relay:\n  {name}: {{Lookup: {{Tags: {{Name: news}}}}}}\n", typeof(RelayModule));
        Assert.Null(plan);
        Assert.StartsWith($"/shop/docker-compose.yml(2,3,2,{3 + name.Length}) {finding}", Assert.Single(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_room_for_services_throws_about_look_ups_is_a_finding_at_the_project()
    {
        var (plan, findings) = PlanLookups("services:\n  web: {image: acme/web:1, x-echo: deaf}\n", typeof(Echo));
        Assert.Null(plan);
        Assert.StartsWith("/shop/shop.csproj(1,1,1,1) CX2506 The module in \"Acme.dll\" failed at \"x-echo\" (ArgumentException): What?", Assert.Single(findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-tone", "shrill", typeof(Tone), "(ArgumentException): My ears.")]
    [InlineData("x-choir", "yes", typeof(Choir), "(ArgumentException): Out of tune.")]
    public void What_a_room_for_services_throws_is_a_finding_at_its_key(string key, string value, Type type, string reason)
    {
        var findings = Compile($"services:\n  web:\n    image: acme/web:1\n    {key}: {value}\n", type).Findings;
        Assert.StartsWith($"/shop/docker-compose.yml(4,5,4,{5 + key.Length}) CX2506 The module in \"Acme.dll\" failed at \"web\" {reason}", Assert.Single(findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(string), "CX2501 \"Acme.dll\" has no module")]
    [InlineData(typeof(Older), "CX2502 \"Acme.dll\" does not fit this version of ComposeX.Build: Could not load type 'ComposeX.Model.Seam.Gone'. Build it")]
    [InlineData(typeof(QueuesAgain), "CX2503 \"Acme.dll\" brings a module for \"x-sqs\", which ComposeX.Build itself has already.")]
    [InlineData(typeof(Unmarked), "CX2504 \"Unmarked\" in \"Acme.dll\" is a module for \"mail\".")]
    [InlineData(typeof(UnmarkedKey), "CX2504 \"UnmarkedKey\" in \"Acme.dll\" is a module for \"X-Tone\".")]
    [InlineData(typeof(Greedy), "CX2505 The module \"Greedy\" in \"Acme.dll\" cannot be made: it has no constructor without parameters.")]
    [InlineData(typeof(Explosive), "CX2505 The module \"Explosive\" in \"Acme.dll\" cannot be made: No licence.")]
    [InlineData(typeof(Silent), "CX2505 The module \"Silent\" in \"Acme.dll\" cannot be made: I do not say.")]
    public void What_is_no_module_is_a_finding_at_the_project(Type type, string finding) =>
        Assert.StartsWith("/shop/shop.csproj(1,1,1,1) " + finding, Assert.Single(Compile(Web, type).Findings), StringComparison.Ordinal);

    [Fact]
    public void Two_modules_of_one_key_are_a_finding_that_names_both() => Assert.StartsWith(
        "/shop/shop.csproj(1,1,1,1) CX2503 \"Post.dll\" brings a module for \"x-mail\", which \"Mail.dll\" has already.",
        Assert.Single(CompileWith(Web, Assembly("Mail.dll", typeof(MailModule)), Assembly("Post.dll", typeof(MailAgain))).Findings), StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(Module), "GuardedModule")]
    [InlineData(typeof(EnvironmentModule), "GuardedEnvironmentModule")]
    [InlineData(typeof(ServiceModule), "GuardedServiceModule")]
    public void A_guard_lets_nothing_of_a_module_out(Type seam, string guard)
    {
        var guarded = typeof(ComposeCompiler).Assembly.GetType("ComposeX.Compiler.Rooms." + guard, throwOnError: true)!;
        Assert.Empty(seam.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => method.IsVirtual && method.DeclaringType != typeof(object))
            .Where(method => guarded.GetMethods().Single(own => own.ToString() == method.ToString()).DeclaringType != guarded)
            .Select(method => method.Name));
    }

    private static (Compilation? Compilation, IReadOnlyList<string> Findings) Compile(string compose, params Type[] types) =>
        CompileWith(compose, types.Length == 0 ? [] : [Assembly("Acme.dll", types)]);

    private static (Compilation? Compilation, IReadOnlyList<string> Findings) CompileWith(string compose, params ModuleAssembly[] modules)
    {
        var diagnostics = new DiagnosticBag();
        return (ComposeCompiler.Compile(Request(compose, modules), diagnostics), Texts(diagnostics));
    }

    private static (LookupPlan? Plan, IReadOnlyList<string> Findings) PlanLookups(string compose, params Type[] types)
    {
        var diagnostics = new DiagnosticBag();
        return (ComposeCompiler.PlanLookups(Request(compose, Assembly("Acme.dll", types)), diagnostics), Texts(diagnostics));
    }

    private static CompileRequest Request(string compose, params ModuleAssembly[] modules) => new()
    {
        Compose = new ComposeLoadRequest
        {
            Files = ["/shop/docker-compose.yml"],
            ProjectDirectory = "/shop",
            SourceFiles = new MemoryFiles(("/shop/docker-compose.yml", compose)),
            ProjectName = "shop",
        },
        Modules = modules,
    };

    private static IReadOnlyList<string> Texts(DiagnosticBag diagnostics) => [.. diagnostics.Select(found => $"{found.Location} {found.Code} {found.Message}")];

    private static ModuleAssembly Assembly(string file, params Type[] types) => new(file, types, Location.OfFile("/shop/shop.csproj"));

    private static IEnumerable<string> Texts(Compilation compilation) =>
        compilation.Templates.Select(template => CloudFormation.Writing.TemplateWriter.Write(template, CloudFormation.Templates.TemplateFormat.Json));
}
