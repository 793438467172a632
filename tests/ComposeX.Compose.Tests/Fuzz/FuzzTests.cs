using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compose.Tests.Fuzz;

/// <summary>Thousands of broken texts, the same ones each time: none may end in an exception, a hang or a finding at no place.</summary>
public sealed class FuzzTests
{
    private const int Runs = 3_000;

    [Fact]
    public void No_text_makes_the_loader_fall()
    {
        var texts = Texts();
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            IReadOnlyList<string> others = [texts[random.Next(texts.Count)], texts[random.Next(texts.Count)]];
            var text = new Mutator(seed).Mutate(texts[random.Next(texts.Count)], others);
            Assert.True(FuzzRun.Of(text, others) is not { } fault, $"Seed {seed}: {FuzzRun.Of(text, others)}\n{text}");
        }
    }

    [Theory]
    [InlineData(150)]
    [InlineData(20_000)]
    public void Deep_nesting_is_read_or_refused(int depth)
    {
        Assert.Null(FuzzRun.Of($"x-a: {new string('[', depth)}{new string(']', depth)}\nservices: {{a: {{image: b}}}}", ["a: b"]));
        Assert.Null(FuzzRun.Of("x-a: " + string.Concat(Enumerable.Repeat("{a: ", depth)), ["a: b"]));
        Assert.Null(FuzzRun.Of(string.Concat(Enumerable.Repeat("- ", depth)), ["a: b"]));
    }

    [Fact]
    public void Aliases_that_nest_each_other_are_refused()
    {
        var text = "x-0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"x-{i}: &a{i} {new string('[', 150)}*a{i - 1}{new string(']', 150)}\n"));
        Assert.Contains("CX1005", Codes(text));
        Assert.Contains("CX1005", Codes(text + "services: {}\n---\nx-y: *a100\n"));
    }

    [Fact]
    public void Defaults_that_nest_each_other_are_refused() =>
        Assert.Contains("CX1101", Codes($"x-a: \"{string.Concat(Enumerable.Repeat("${A:-", 20_000))}{new string('}', 20_000)}\"\nservices: {{}}\n"));

    [Fact]
    public void More_ports_than_there_are_are_refused() => Assert.Contains(
        "CX1407",
        Codes($"services: {{a: {{image: b, ports: [{string.Join(", ", Enumerable.Range(1, 50).Select(i => $"127.0.0.{i}::1-65535"))}]}}}}"));

    // Each of the two was found by a run of 150,000 seeds, or by thinking about what it found.
    [Theory]
    [InlineData('6')]
    [InlineData('$')]
    public void A_huge_scalar_that_aliases_repeat_is_read_once(char character)
    {
        var levels = string.Concat(Enumerable.Range(1, 4).Select(i => $"x-{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.Null(FuzzRun.Of($"x-0: &a0 {new string(character, 20_000)}\n{levels}services: {{a: {{image: b}}}}\n", ["a: b"]));
    }

    [Fact]
    public void A_huge_scalar_is_read() =>
        Assert.Null(FuzzRun.Of($"services: {{a: {{image: b, labels: {{x: '{new string('y', 2_000_000)}'}}}}}}", ["a: b"]));

    [Theory]
    [InlineData("extends: s{1}")]
    [InlineData("depends_on: [s{1}]")]
    [InlineData("links: [s{1}]")]
    public void A_chain_of_ten_thousand_services_is_read_or_refused(string link) => Assert.Null(FuzzRun.Of(
        "services:\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  s{i}: {{image: a, {link.Replace("{1}", (i + 1).ToString(CultureInfo.InvariantCulture))}}}\n")) + "  s10000: {image: a}\n",
        ["a: b"]));

    [Fact]
    public void A_long_chain_of_files_is_refused()
    {
        var files = Enumerable.Range(0, 200).Select(i => ($"/p/{i}.yaml", $"include: [{i + 1}.yaml]\nservices: {{a: {{image: b}}}}"));
        var diagnostics = new DiagnosticBag();
        ComposeLoader.Load(new ComposeLoadRequest { Files = ["/p/0.yaml"], ProjectDirectory = "/p", SourceFiles = new MemoryFiles([.. files]) }, diagnostics);
        Assert.Equal("CX1024", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void A_long_chain_of_services_is_refused()
    {
        var text = "services:\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"  s{i}: {{extends: s{i + 1}}}\n")) + "  s200: {image: a}\n";
        Assert.Contains("CX1033", Codes(text));
    }

    private static IEnumerable<string> Codes(string text)
    {
        var diagnostics = new DiagnosticBag();
        ComposeLoader.Load(new ComposeLoadRequest { Files = ["/p/0.yaml"], ProjectDirectory = "/p", SourceFiles = new MemoryFiles(("/p/0.yaml", text)) }, diagnostics);
        return diagnostics.Select(finding => finding.Code);
    }

    // The cases of this project, in the order of their names.
    private static List<string> Texts() =>
        [.. Case.All(typeof(FuzzTests).Assembly).SelectMany(found => found.Files.Files).Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal)).Select(file => file.Text)];
}
