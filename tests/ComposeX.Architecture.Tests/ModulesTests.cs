using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Architecture.Tests.House;
using Xunit;

namespace ComposeX.Architecture.Tests;

public sealed class ModulesTests
{
    private const string Modules = "src/ComposeX.Modules";

    [Fact]
    public void A_module_has_a_document_and_cases() => Verdict.MustBeClean(Violations(
        SourceTree.Folders(Modules),
        SourceTree.HasFile,
        [.. SourceTree.Folders("tests").SelectMany(project => SourceTree.Folders($"tests/{project}/Cases"))]));

    [Fact]
    public void A_module_without_either_is_reported() => Assert.Equal(
        [
            "S3 has no README.md",
            "S3 has no cases: a folder tests/*/Cases/S3",
            "Sns has no cases: a folder tests/*/Cases/Sns",
        ],
        Violations(["S3", "Sns", "Sqs"], path => !path.Contains("/S3/", StringComparison.Ordinal), ["Sqs"]));

    private static IReadOnlyList<string> Violations(IReadOnlyList<string> modules, Func<string, bool> hasFile, IReadOnlyList<string> cases) =>
    [
        .. modules.SelectMany(module => (string?[])
        [
            hasFile($"{Modules}/{module}/README.md") ? null : $"{module} has no README.md",
            cases.Contains(module) ? null : $"{module} has no cases: a folder tests/*/Cases/{module}",
        ]).OfType<string>(),
    ];
}
