using ComposeX.CloudFormation.Manifests;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

public sealed class ManifestTests
{
    private static readonly Location s_origin = new("services/docker-compose.yml", 3, 5, 4, 1);

    private static readonly Manifest s_manifest = new("shop",
    [
        new ManifestStack("x-sqs", "XSqs", "x-sqs.template.json", [], [new ManifestResource("SqsOrders", "AWS::SQS::Queue", s_origin)]),
        new ManifestStack("shop", null, "shop.template.json", ["x-sqs"], [new ManifestResource("XSqs", "AWS::CloudFormation::Stack", s_origin)]),
    ])
    {
        Parameters = [new ManifestParameter("WebImage", "String", null, false, s_origin), new ManifestParameter("Password", "String", "a \"b\"\n\u2028é", true, s_origin)],
        Images = [
            new ManifestImage("web", "WebImage", null, "./web", s_origin) { Project = "web/Web.csproj", Registry = "registry.example.com", Repository = "shop/web", Dockerfile = "Web/Dockerfile", DockerfileKeys = ["args", "target"], Platform = "linux/arm64", Ports = ["8080/tcp"], User = "app" },
            new ManifestImage("redis", "RedisImage", "redis:8", null, s_origin),
        ],
        Exports = [new ManifestExport("${AWS::StackName}::orders::Arn", "x-sqs", "SqsOrdersArn", s_origin)],
        Capabilities = ["CAPABILITY_AUTO_EXPAND", "CAPABILITY_IAM"],
    };

    [Fact]
    public void What_is_written_is_read()
    {
        var text = ManifestWriter.Write(s_manifest);
        var diagnostics = new DiagnosticBag();
        var read = ManifestReader.Read(new SourceFile("/out/manifest.json", text), diagnostics);
        Assert.Empty(diagnostics);
        Assert.NotNull(read);
        Assert.Equal(text, ManifestWriter.Write(read));
        Assert.Equal(s_manifest.Stacks[0].Resources, read.Stacks[0].Resources);
        Assert.Equal(s_manifest.Parameters, read.Parameters);
        Assert.Equal(s_manifest.Images[0].Ports, read.Images[0].Ports);
        Assert.Equal(s_manifest.Exports, read.Exports);
    }

    [Fact]
    public void It_is_the_same_in_every_culture() => Cultures.MakeNoDifference(() => ManifestWriter.Write(s_manifest));

    [Fact]
    public void Its_lines_end_as_every_file_of_ours() =>
        Assert.Matches("^{\n  \"formatVersion\": 1,\n  \"stackName\": \"shop\",\n(.|\n)*}\n$", ManifestWriter.Write(s_manifest));

    [Fact]
    public void What_a_later_version_adds_is_skipped()
    {
        var diagnostics = new DiagnosticBag();
        var text = ManifestWriter.Write(s_manifest).Replace("\"stackName\"", "\"later\": { \"a\": [1, { \"b\": null }] },\n  \"stackName\"");
        Assert.NotNull(ManifestReader.Read(new SourceFile("/out/manifest.json", text), diagnostics));
        Assert.Empty(diagnostics);
    }

    [Theory, Cases("Manifests")]
    public void What_is_wrong_is_found_where_it_stands(Case @case)
    {
        var diagnostics = new DiagnosticBag();
        var file = @case.File("manifest.json")!;
        Assert.Null(ManifestReader.Read(file, diagnostics));
        Assert.Single(diagnostics);
        Baselines.Of(@case, "findings.yml").Verify(new BaselineFile("findings.yml", AnnotatedFindings.Of([file], diagnostics, Case.Root)));
    }
}
