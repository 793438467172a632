using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using Xunit;

namespace ComposeX.CloudFormation.Tests;

public sealed class CatalogueTests
{
    private static readonly SchemaCatalogue s_catalogue = SchemaCatalogue.Default;

    [Fact]
    public void It_has_all_of_AWSs_types() => Assert.True(s_catalogue.TypeNames.Count >= 1828, $"{s_catalogue.TypeNames.Count} types");

    [Fact]
    public void It_is_small_enough_to_ship()
    {
        using var resource = typeof(SchemaCatalogue).Assembly.GetManifestResourceStream(CatalogueFormat.ResourceName);
        Assert.NotNull(resource);
        Assert.InRange(resource.Length, 300_000, 1_000_000);
    }

    [Fact]
    public void Every_type_can_be_read_and_is_whole()
    {
        foreach (var name in s_catalogue.TypeNames)
        {
            var schema = s_catalogue.Find(name);
            Assert.NotNull(schema);
            Assert.Equal(name, schema.TypeName);
            var properties = schema.Properties.Values.Concat(schema.NestedTypes.Values.SelectMany(members => members.Values)).ToList();
            foreach (var reference in properties.SelectMany(property => Types(property.Type)).OfType<ObjectReference>())
                Assert.True(schema.NestedTypes.ContainsKey(reference.Name), $"{name} has no {reference.Name}");
        }
    }

    [Fact]
    public void A_type_that_AWS_does_not_publish_is_not_found() => Assert.Null(s_catalogue.Find("AWS::SQS::Queues"));

    [Fact]
    public void A_queue_is_as_AWS_describes_it()
    {
        var queue = s_catalogue.Find("AWS::SQS::Queue");
        Assert.NotNull(queue);
        Assert.True(queue.IsStateful);
        Assert.Equal(("Tags", TagStyle.Standard), (queue.TagProperty, queue.TagStyle));
        Assert.Equal(["QueueUrl"], queue.PrimaryIdentifier);
        Assert.Equal("arn:${Partition}:sqs:${Region}:${Account}:${QueueName}", queue.ArnTemplate);
        Assert.Equal(["Arn", "QueueName", "QueueUrl"], queue.Attributes.Keys);
        Assert.Equal(Replacement.Always, queue.Properties["FifoQueue"].Replacement);
        Assert.IsType<BooleanType>(queue.Properties["FifoQueue"].Type);
        var delay = Assert.IsType<NumberType>(queue.Properties["DelaySeconds"].Type);
        Assert.Equal((true, "0", "900"), (delay.Whole, delay.Minimum, delay.Maximum));
        Assert.Contains(new Relationship("AWS::KMS::Key", "Arn"), queue.Properties["KmsMasterKeyId"].Relationships);
    }

    [Fact]
    public void Patches_are_in_it() => Assert.True(s_catalogue.Find("AWS::CloudFormation::Stack")?.Properties["TemplateURL"].Required);

    [Fact]
    public void A_type_is_read_once() => Assert.Same(s_catalogue.Find("AWS::S3::Bucket"), s_catalogue.Find("AWS::S3::Bucket"));

    [Fact]
    public void Something_else_is_not_taken_for_a_catalogue() =>
        Assert.Throws<System.IO.InvalidDataException>(() => SchemaCatalogue.Open([1, 2, 3, 4, 5, 6, 7, 8]));

    private static IEnumerable<SchemaType> Types(SchemaType type) => type switch
    {
        ListType list => [type, .. Types(list.Element)],
        MapType map => [type, .. Types(map.Element)],
        UnionType union => [type, .. union.Options.SelectMany(Types)],
        _ => [type],
    };
}
