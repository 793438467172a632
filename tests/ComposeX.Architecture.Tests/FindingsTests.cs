using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Architecture.Tests.Findings;
using ComposeX.Architecture.Tests.House;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Architecture.Tests;

public sealed class FindingsTests
{
    // The kit's own tests, and this project's, write codes that mean nothing.
    private static readonly string[] NoEvidence = ["tests/ComposeX.Testing", "tests/ComposeX.Architecture.Tests/", "tests/README.md"];

    private static readonly IReadOnlyList<FindingCode> Codes = FindingCode.In(SourceTree.Files("src", ".cs"));

    [Fact]
    public void Codes_are_unique() => Verdict.MustBeClean(FindingRules.Repeated(Codes));

    [Fact]
    public void Codes_stand_in_the_factories_of_their_room() => Verdict.MustBeClean(FindingRules.Misplaced(Codes));

    [Fact]
    public void Codes_are_documented_and_documented_codes_exist() =>
        Verdict.MustBeClean(FindingRules.Undocumented(Codes, [.. SourceTree.Files("src", "README.md").Where(document => document.Path != "src/README.md")]));

    [Fact]
    public void Codes_are_raised_by_a_case_or_a_test() => Verdict.MustBeClean(FindingRules.Unraised(
        Codes,
        SourceTree.Files("tests", ".cs", ".yml", ".yaml", ".findings", ".txt").Where(file => !NoEvidence.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))));

    [Fact]
    public void Codes_are_found_as_strings_only() => Assert.Equal(
        [new("CX1004", "a.cs"), new("CXSQS01", "a.cs"), new("CXS312", "a.cs"), new("CXELBV201", "a.cs")],
        FindingCode.In([new("a.cs", "Error(\"CX1004\"); Error(\"CXSQS01\"); // CX1005\n \"CXS312\" \"CXELBV201\" \"CX10040\" \"CX12\" \"CXSQS\" \"see CX1009\"")]));

    [Fact]
    public void A_code_that_is_written_twice_is_reported() => Assert.Equal(
        ["CX1001 is written more than once: a.cs, b.cs"],
        FindingRules.Repeated([new("CX1001", "a.cs"), new("CX1001", "b.cs"), new("CX1002", "b.cs")]));

    [Fact]
    public void A_code_outside_of_the_factories_is_reported() =>
        Assert.Single(FindingRules.Misplaced([new("CX1001", "src/ComposeX.Compose/Loader.cs"), new("CX1002", "src/ComposeX.Compose/ComposeDiagnostics.cs")]));

    [Theory]
    [InlineData("CX2001", "src/ComposeX.Compose/ComposeDiagnostics.cs")]
    [InlineData("CXS301", "src/ComposeX.Modules/Sqs/SqsDiagnostics.cs")]
    public void A_code_of_another_room_is_reported(string code, string file) => Assert.Single(FindingRules.Misplaced([new(code, file)]));

    [Fact]
    public void A_code_without_a_row_in_the_nearest_document_is_reported()
    {
        var codes = new List<FindingCode> { new("CX1001", "src/A/ADiagnostics.cs"), new("CXSQS01", "src/A/Sqs/SqsDiagnostics.cs"), new("CX9001", "src/B/BDiagnostics.cs") };
        var documents = new List<SourceFile> { new("src/A/README.md", "| `CX1001` | x |\n| CXSQS01 | y |\n"), new("src/A/Sqs/README.md", "CXSQS01 is mentioned\n") };
        Assert.Equal(
            [
                "CXSQS01 has no row in src/A/Sqs/README.md",
                "CX9001 has no row in a README.md beside its source",
                "src/A/README.md documents CXSQS01, which no factory beside it makes",
            ],
            FindingRules.Undocumented(codes, documents));
    }

    [Fact]
    public void A_code_that_nothing_raises_is_reported() => Assert.Equal(
        ["CX1002 (a.cs) is raised by no case and no test"],
        FindingRules.Unraised([new("CX1001", "a.cs"), new("CX1002", "a.cs")], [new("findings.yml", "#  ^ CX1001 error: x")]));
}
