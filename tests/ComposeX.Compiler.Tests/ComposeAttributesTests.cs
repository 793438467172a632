using System;
using System.IO;
using System.Linq;
using ComposeX.Compiler.Families;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose.Schema;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>The table of what becomes of a service's attributes is complete, documented, and what the rooms say agrees with it.</summary>
public sealed class ComposeAttributesTests
{
    [Fact]
    public void Every_attribute_of_the_specification_has_a_fate() =>
        Assert.Equal(ServiceAttributes.Paths.OrderBy(path => path, StringComparer.Ordinal), ComposeAttributes.All.Select(attribute => attribute.Path).OrderBy(path => path, StringComparer.Ordinal));

    [Fact]
    public void The_document_says_what_the_table_says()
    {
        var rows = File.ReadAllLines(Path.Combine(RepositoryFolders.Root, "src", "ComposeX.Compiler", "Families", "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.Equal(ComposeAttributes.All.Select(Row), rows);
    }

    [Fact]
    public void What_a_room_reads_is_an_attribute() =>
        Assert.DoesNotContain(ModuleCatalogue.ServiceModules.SelectMany(module => module.Attributes), path => !path.Contains("x-", StringComparison.Ordinal) && ComposeAttributes.Find(path) is null);

    [Fact]
    public void A_way_out_is_a_sentence_that_the_finding_ends() => Assert.All(
        ComposeAttributes.All.Where(attribute => attribute.Fate is not (AttributeFate.Carried or AttributeFate.Left)),
        attribute => Assert.NotEqual('.', attribute.Text.Last()));

    private static string Row(ComposeAttribute attribute) => $"| `{attribute.Path}` | {attribute.Text} | {Code(attribute.Fate)} |";

    private static string Code(AttributeFate fate) => fate switch
    {
        AttributeFate.Carried => "",
        AttributeFate.Left => "left out in silence",
        AttributeFate.OfARoom => "a room's; without one CX2201",
        AttributeFate.InstancesOnly => "on instances; on Fargate CX2215",
        AttributeFate.AnotherWay => "CX2216",
        _ => "CX2217",
    };
}
