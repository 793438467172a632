using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

public sealed class LogicalIdTests
{
    [Theory]
    [InlineData("Sqs", "sqs")]
    [InlineData("SqsDeadLettersUrl", "sqs", "dead-letters", "url")]
    [InlineData("XSqsOrders", "x-sqs", "orders")]
    [InlineData("MyQUEUE2", "my.QUEUE_2")]
    [InlineData("IlistI", "ilist", "i")]
    [InlineData("N3tier", "3tier")]
    [InlineData("N", "---")]
    [InlineData("StraE", "straße")]
    public void A_name_becomes_its_words_joined(string expected, params string[] parts) => Assert.Equal(expected, LogicalId.From(parts));

    [Fact]
    public void The_rule_is_the_same_in_every_culture() =>
        ComposeX.Testing.Cultures.MakeNoDifference(() => LogicalId.From("istanbul", "ıi-iI"));

    [Fact]
    public void Two_names_with_one_id_are_reported_at_the_second_with_the_place_of_the_first()
    {
        var place = new Location("compose.yaml", 7, 3, 7, 9);
        var found = Assert.Single(LogicalId.Clashes(
        [
            new NamedId("x-sqs.my-queue", LogicalId.From("sqs", "my-queue"), new Location("compose.yaml", 3, 3, 3, 9)),
            new NamedId("x-sqs.other", LogicalId.From("sqs", "other"), new Location("compose.yaml", 5, 3, 5, 9)),
            new NamedId("x-sqs.my.queue", LogicalId.From("sqs", "my.queue"), place),
        ]));
        Assert.Equal(("CX4001", place), (found.Code, found.Location));
        Assert.Contains("compose.yaml, line 3", found.Message);
    }

    [Fact]
    public void One_name_twice_is_no_clash() =>
        Assert.Empty(LogicalId.Clashes(Enumerable.Repeat(new NamedId("a", "A", default), 2)));

    [Theory]
    [InlineData("A", true)]
    [InlineData("A1", true)]
    [InlineData("", false)]
    [InlineData("A-b", false)]
    [InlineData("é", false)]
    public void CloudFormation_takes_letters_and_digits(string id, bool valid) => Assert.Equal(valid, LogicalId.IsValid(id));

    [Fact]
    public void CloudFormation_takes_no_id_longer_than_its_limit()
    {
        Assert.True(LogicalId.IsValid(new string('a', 255)));
        Assert.False(LogicalId.IsValid(new string('a', 256)));
    }
}
