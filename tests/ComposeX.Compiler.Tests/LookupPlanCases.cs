using System;
using System.Linq;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Compose;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>What is to be asked of AWS for the look-ups of a compose file.</summary>
public sealed class LookupPlanCases
{
    [Theory, Cases("Lookups")]
    public void Look_ups_become_a_plan(Case @case)
    {
        var diagnostics = new DiagnosticBag();
        var plan = Plan(@case.Files, diagnostics);
        Assert.Empty(AnnotatedFindings.List(diagnostics, Case.Root));
        Baselines.Of(@case, "lookups.json").Verify(new BaselineFile("lookups.json", LookupPlanWriter.Write(plan!)));
    }

    [Theory, Cases]
    public void Every_look_up_that_a_build_reads_is_planned_with_the_text_that_the_lock_keeps(Case @case)
    {
        if (@case.File(LookupLock.FileName) is not { } file || YamlReader.Read(file, []) is not [YamlMapping root])
            return;
        var diagnostics = new DiagnosticBag();
        if (Plan(@case.Files, diagnostics) is not { } plan || CaseCompilation.Of(@case).Compilation is null)
            return;
        var kept =
            from section in (root["lookups"] as YamlMapping)?.Entries ?? []
            from entry in (section.Value as YamlMapping)?.Entries ?? []
            select $"{section.Name} {entry.Name} {((YamlScalar)((YamlMapping)entry.Value)["lookup"]!).Text}";
        var planned = plan.Lookups.Select(lookup => $"{lookup.Section} {lookup.Name} {lookup.Text}");
        Assert.Equal(kept.OrderBy(text => text, StringComparer.Ordinal), planned.OrderBy(text => text, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}", "CX2031")]
    [InlineData("{RoleArn: \"arn:aws:iam::123456789012:role/reader\"}", "CX2031")]
    [InlineData("{Arn: \"arn:aws:sqs:eu-west-1:123456789012:shop\"}", "CX2032")]
    [InlineData("{Tags: shop}", "CX2033")]
    [InlineData("{Tags: []}", "CX2033")]
    [InlineData("{Tags: {Name: {is: shop}}}", "CX2033")]
    [InlineData("{Tags: {Name: shop}, RoleArn: reader}", "CX2035")]
    [InlineData("{Tags: {Name: shop}, Region: Ireland}", "CX2036")]
    [InlineData("{Tgas: {Name: shop}, Arn: \"arn:aws:acm:eu-west-1:123456789012:certificate/1\"}", "CX2001")]
    [InlineData("true", "CX2034")]
    public void A_look_up_that_nothing_can_be_found_by_is_reported(string lookup, string code)
    {
        var diagnostics = new DiagnosticBag();
        Plan(new(("/case/docker-compose.yml", $"x-acm:\n  shop: {{Lookup: {lookup}}}\n")), diagnostics);
        Assert.Equal(code, Assert.Single(diagnostics).Code);
        Assert.Equal(2, diagnostics.Single().Location.Line);
    }

    [Fact]
    public void A_lock_that_is_broken_or_old_is_no_hindrance()
    {
        var diagnostics = new DiagnosticBag();
        var plan = Plan(new(("/case/docker-compose.yml", "x-acm:\n  shop: {Lookup: {Tags: {Name: shop}}}\n"), ("/case/composex.lock.json", "<<<<<<< ours")), diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal("shop", Assert.Single(plan!.Lookups).Name);
    }

    [Fact]
    public void A_fault_of_the_file_is_reported_and_nothing_is_planned()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Plan(new(("/case/docker-compose.yml", "x-cluster: {Lookup: {ClusterName: shared, Properties: {}}}\n")), diagnostics));
        Assert.Equal("CX2001", Assert.Single(diagnostics).Code);
    }

    private static LookupPlan? Plan(MemoryFiles files, DiagnosticBag diagnostics) => ComposeCompiler.PlanLookups(
        new()
        {
            Compose = new ComposeLoadRequest { Files = CaseCompilation.ComposeFiles(files, Case.Root), ProjectDirectory = Case.Root, SourceFiles = files, ProjectName = "shop" },
        },
        diagnostics);
}
