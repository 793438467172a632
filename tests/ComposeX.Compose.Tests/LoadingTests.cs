using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compose.Tests;

public sealed class LoadingTests
{
    private const string OneService = "services: {web: {image: a}}\n";

    [Fact]
    public void Without_a_file_there_is_a_finding() => Assert.Equal("CX1009", Codes(new MemoryFiles()));

    [Fact]
    public void A_file_that_is_not_there_is_a_finding() =>
        Assert.Equal("CX1010", Codes(new MemoryFiles(), request => request with { Files = ["/p/nope.yaml"] }));

    [Theory]
    [InlineData("Bad.Name", "CX1040")]
    [InlineData("_x", "CX1040")]
    [InlineData("good-name_1", "")]
    public void A_given_name_has_to_be_one(string name, string codes) =>
        Assert.Equal(codes, Codes(Project(OneService), request => request with { ProjectName = name }));

    [Fact]
    public void A_directory_whose_name_has_no_letter_gives_no_name() =>
        Assert.Equal("CX1041", Codes(new MemoryFiles(("/_/compose.yaml", OneService)), request => request with { ProjectDirectory = "/_", Files = ["/_/compose.yaml"] }));

    [Fact]
    public void The_name_comes_from_the_request_then_the_environment_then_the_file_then_the_directory()
    {
        var files = Project("name: My.File\n" + OneService);
        var environment = new Dictionary<string, string> { ["COMPOSE_PROJECT_NAME"] = "environment" };
        Assert.Equal(
            ["given", "environment", "myfile", "p"],
            [
                Load(files, request => request with { ProjectName = "given", Environment = environment })!.Name,
                Load(files, request => request with { Environment = environment })!.Name,
                Load(files)!.Name,
                Load(Project(OneService))!.Name,
            ]);
    }

    [Fact]
    public void A_service_that_is_asked_for_and_not_there_is_a_finding() =>
        Assert.Equal("CX1912", Codes(Project(OneService), request => request with { Services = ["wbe"] }));

    [Fact]
    public void Only_the_services_asked_for_and_what_they_need_are_loaded()
    {
        var project = Load(
            Project("services: {a: {image: a, depends_on: [b]}, b: {image: b}, c: {image: c}, d: {image: d, profiles: [p]}}"),
            request => request with { Services = ["a", "d"] });
        Assert.Equal(["a", "b", "d"], project!.Services.Select(service => service.Name));
    }

    [Theory]
    [InlineData("p", "", "a p")]
    [InlineData("", "q, p", "a p q")]
    [InlineData("*", "", "a p q")]
    [InlineData("", "", "a")]
    public void Profiles_come_from_the_request_or_from_the_environment(string given, string environment, string services)
    {
        var project = Load(
            Project("services: {a: {image: a}, p: {image: a, profiles: [p]}, q: {image: a, profiles: [q]}}"),
            request => request with { Profiles = given.Length > 0 ? [given] : [], Environment = new Dictionary<string, string> { ["COMPOSE_PROFILES"] = environment } });
        Assert.Equal(services, string.Join(" ", project!.Services.Select(service => service.Name)));
    }

    [Fact]
    public void The_environment_wins_over_the_env_file_and_the_last_env_file_over_the_first()
    {
        var files = new MemoryFiles(("/p/compose.yaml", "services: {web: {image: '${A}-${B}-${C}'}}"), ("/p/.env", "A=dot\nB=dot\nC=dot"), ("/p/1.env", "A=1\nB=1\nC=1"), ("/p/2.env", "B=2\nC=2"));
        var environment = new Dictionary<string, string> { ["C"] = "" };
        Assert.Equal("dot-dot-", Image(Load(files, request => request with { Environment = environment })));
        Assert.Equal("1-2-2", Image(Load(files, request => request with { EnvironmentFiles = ["/p/1.env", "/p/2.env"] })));
    }

    [Fact]
    public void Files_and_variables_that_were_looked_for_are_noted_absent_ones_too()
    {
        var project = Load(Project("services: {web: {image: 'a${NOPE:-}', env_file: [{path: no.env, required: false}], environment: {BARE: }}}"));
        Assert.Equal(["/p/.env", "/p/compose.yaml", "/p/no.env"], project!.FilesRead);
        Assert.Equal(["BARE", "COMPOSE_PROFILES", "COMPOSE_PROJECT_NAME", "NOPE"], project.VariablesRead);
    }

    [Theory]
    [InlineData("compose.yml docker-compose.yml", "compose.yml")]
    [InlineData("docker-compose.yaml docker-compose.yml", "docker-compose.yml")]
    [InlineData("compose.yaml compose.yml docker-compose.override.yml", "compose.yaml docker-compose.override.yml")]
    [InlineData("compose.yaml compose.override.yaml compose.override.yml", "compose.yaml compose.override.yml")]
    [InlineData("compose.override.yml", "")]
    public void Files_are_found_as_Docker_finds_them(string there, string found)
    {
        var files = new MemoryFiles([.. there.Split(' ').Select(name => ("/p/" + name, ""))]);
        Assert.Equal(found, string.Join(" ", ComposeFiles.Find(files, "/p").Select(path => path["/p/".Length..])));
    }

    [Fact]
    public void COMPOSE_FILE_names_the_files() => Assert.Equal(
        ["/p/a.yaml", "/else/b.yaml"],
        ComposeFiles.Find(new MemoryFiles(), "/p", new Dictionary<string, string> { ["COMPOSE_FILE"] = "a.yaml:/else/b.yaml" }));

    [Fact]
    public void A_project_is_bound_to_what_it_says()
    {
        var web = Load(Project("""
            services:
              web:
                image: a
                ports: ["127.0.0.1:80:8080/udp"]
                deploy: {replicas: 2, resources: {limits: {cpus: 0.25, memory: 1g}}}
                healthcheck: {test: x, interval: 1m30s, retries: 0}
                volumes: [{type: tmpfs, target: /t, tmpfs: {size: 1k}}]
                ulimits: {nofile: {soft: 1, hard: 2}}
                environment: {B: 1, A: }
            """))!.Services.Single();
        Assert.Equal((8080, "80", "udp", "127.0.0.1"), (web.Ports[0].Target.Value, web.Ports[0].Published!.Value.Value, web.Ports[0].Protocol, web.Ports[0].HostIp));
        Assert.Equal((2, 0.25m, 1_073_741_824), (web.Deploy!.Replicas!.Value.Value, web.Deploy.Limits!.Cpus!.Value.Value, web.Deploy.Limits.Memory!.Value.Value));
        Assert.Equal(["CMD-SHELL", "x"], web.HealthCheck!.Test!.Select(word => word.Value));
        Assert.Equal((90.0, 0), (web.HealthCheck.Interval!.Value.Value.TotalSeconds, web.HealthCheck.Retries!.Value.Value));
        Assert.Equal(("tmpfs", 1024), (web.Volumes[0].Type, web.Volumes[0].TmpfsSize!.Value.Value));
        Assert.Equal(("nofile", 1, 2), (web.Ulimits[0].Name, web.Ulimits[0].Soft, web.Ulimits[0].Hard));
        Assert.Equal([("A", null), ("B", "1")], web.Environment.Select(variable => (variable.Name, variable.Value)));
        Assert.Equal(("default", 3), (web.Networks.Single().Name, web.Image!.Value.Origin.Line));
    }

    private static MemoryFiles Project(string text) => new(("/p/compose.yaml", text));

    private static string? Image(ComposeProject? project) => project?.Services.Single().Image?.Value;

    private static string Codes(MemoryFiles files, System.Func<ComposeLoadRequest, ComposeLoadRequest>? change = null)
    {
        var diagnostics = new DiagnosticBag();
        ComposeLoader.Load(Request(files, change), diagnostics);
        return string.Join(" ", diagnostics.Select(finding => finding.Code));
    }

    private static ComposeProject? Load(MemoryFiles files, System.Func<ComposeLoadRequest, ComposeLoadRequest>? change = null) =>
        ComposeLoader.Load(Request(files, change), []);

    private static ComposeLoadRequest Request(MemoryFiles files, System.Func<ComposeLoadRequest, ComposeLoadRequest>? change)
    {
        var request = new ComposeLoadRequest { Files = ComposeFiles.Find(files, "/p"), ProjectDirectory = "/p", SourceFiles = files };
        return change is null ? request : change(request);
    }
}
