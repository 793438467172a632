using System;
using System.Linq;
using ComposeX.Architecture.Tests.Assemblies;
using ComposeX.Architecture.Tests.House;
using Xunit;

namespace ComposeX.Architecture.Tests;

public sealed class BannedSymbolsTests
{
    public static TheoryData<string> Engine => [.. SourceTree.Folders("src").Except(["ComposeX.Build.Tasks", "ComposeX.Deploy"])];

    [Fact]
    public void Every_banned_symbol_exists_and_says_why() =>
        Assert.All(BannedSymbol.In(SourceTree.Text("src/BannedSymbols.txt")), symbol => Assert.True(symbol.Exists && symbol.Reason.Length > 0, symbol.Name));

    [Theory, MemberData(nameof(Engine))]
    public void The_engine_is_built_with_the_analyzer(string project) =>
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers/", SourceTree.Text($"src/{project}/obj/project.assets.json"), StringComparison.Ordinal);

    [Fact]
    public void The_clock_the_disk_and_the_process_are_banned()
    {
        string[] world = ["System.Console", "System.Environment", "System.DateTime.UtcNow", "System.Guid.NewGuid", "System.IO.File", "System.Random"];
        Assert.Empty(world.Except(BannedSymbol.In(SourceTree.Text("src/BannedSymbols.txt")).Select(symbol => symbol.Name)));
    }

    [Theory]
    [InlineData("T:System.Enviroment")]
    [InlineData("P:System.DateTime.Nw")]
    [InlineData("P:System.Guid.NewGuid")]
    [InlineData("M:System.IO.Path.GetFullPath")]
    [InlineData("M:System.Int32.TryParse(System.String,System.Int32)")]
    public void A_symbol_that_does_not_exist_is_reported(string line) => Assert.False(Assert.Single(BannedSymbol.In(line + "; why")).Exists);

    [Theory]
    [InlineData("T:System.Diagnostics.Process")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("F:System.StringComparison.CurrentCulture")]
    [InlineData("M:System.Int32.TryParse(System.String,System.Int32@)")]
    public void A_symbol_that_exists_is_found(string line) => Assert.True(Assert.Single(BannedSymbol.In(line + "; why")).Exists);
}
