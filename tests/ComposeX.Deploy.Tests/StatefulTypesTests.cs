using ComposeX.CloudFormation.Schema;
using ComposeX.Deploy.Plans;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class StatefulTypesTests
{
    [Theory]
    [InlineData("AWS::RDS::DBInstance")]
    [InlineData("AWS::S3::Bucket")]
    [InlineData("AWS::SQS::Queue")]
    [InlineData("AWS::ECR::Repository")]
    public void A_type_that_holds_data_is_known(string type)
    {
        Assert.True(StatefulTypes.Contains(type));
        Assert.NotNull(SchemaCatalogue.Default.Find(type));
    }

    [Theory]
    [InlineData("AWS::ECS::Service")]
    [InlineData("AWS::IAM::Role")]
    [InlineData("Custom::Thing")]
    public void A_type_that_holds_none_is_not(string type) => Assert.False(StatefulTypes.Contains(type));

    [Theory]
    [InlineData("Remove", null, true)]
    [InlineData("Remove", "Delete", true)]
    [InlineData("Remove", "Retain", false)]
    [InlineData("Remove", "Snapshot", false)]
    [InlineData("Replace", "ReplaceAndDelete", true)]
    [InlineData("Replace", "ReplaceAndRetain", false)]
    [InlineData("MayReplace", null, true)]
    [InlineData("Modify", null, false)]
    [InlineData("Add", null, false)]
    public void Data_is_lost_where_the_old_resource_goes_and_is_not_kept(string kind, string? policy, bool loses) =>
        Assert.Equal(loses, new PlannedChange("", "Db", "AWS::RDS::DBInstance", System.Enum.Parse<ChangeKind>(kind), null) { PolicyAction = policy }.LosesData);
}
