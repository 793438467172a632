using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Over all cases: nobody may do more than was asked for.</summary>
public sealed class LeastPrivilegeTests
{
    // Actions for which AWS knows no resource.
    private static readonly string[] WithoutResources =
    [
        "ecr:GetAuthorizationToken",
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
    ];

    [Theory, Cases]
    public void No_statement_allows_everything_or_on_everything(Case @case)
    {
        foreach (var statement in Policies(@case).SelectMany(policy => ((policy["Statement"] as CfnList)?.Items ?? []).OfType<CfnMap>()).Where(statement => statement["Effect"] is not CfnString { Value: "Deny" }))
        {
            var actions = Compiling.Texts(statement, "Action").ToList();
            Assert.NotEmpty(actions);
            Assert.DoesNotContain(actions, action => action.Contains('*'));
            Assert.True(!Compiling.Texts(statement, "Resource").Contains("*") || actions.All(action => WithoutResources.Contains(action)));
        }
    }

    // Internet-facing says of a load balancer that anybody may come; anything else has to be written.
    [Theory, Cases]
    public void No_security_group_is_open_to_an_address_that_nobody_wrote(Case @case)
    {
        var resources = (CaseCompilation.Of(@case).Compilation?.Templates ?? []).SelectMany(template => template.Resources).ToList();
        var written = string.Concat(CaseCompilation.ComposeFiles(@case.Files, Case.Root).Select(path => @case.Files.Read(path)?.Text));
        var isPublic = resources.Any(resource => resource.Properties["Scheme"] is CfnString { Value: "internet-facing" });
        foreach (var resource in resources.Where(resource => resource.Type is "AWS::EC2::SecurityGroup" or "AWS::EC2::SecurityGroupIngress"))
        {
            Assert.Null(resource.Properties["SecurityGroupIngress"]);
            Assert.All(
                new[] { resource.Properties["CidrIp"], resource.Properties["CidrIpv6"] }.OfType<CfnString>(),
                block => Assert.True(written.Contains(block.Value) || (isPublic && resource.LogicalId.Contains("FromAnybody"))));
        }
    }

    [Fact]
    public void A_service_without_access_gets_none()
    {
        var templates = Compiling.Templates("""
            services:
              idle: {image: acme/idle:1}
              busy: {image: acme/busy:1}
            x-sqs:
              jobs: {Services: {busy: {Access: RO}, idle: }}
            """);
        var policies = Compiling.Resources(templates).Values.Where(found => found.Resource.Type == "AWS::IAM::Policy").Select(found => found.Resource.LogicalId);
        Assert.Equal(["BusyExecutionPolicy", "BusyToSqs", "IdleExecutionPolicy"], policies.OrderBy(id => id, System.StringComparer.Ordinal));
    }

    private static System.Collections.Generic.IEnumerable<CfnMap> Policies(Case @case) =>
        (CaseCompilation.Of(@case).Compilation?.Templates ?? [])
            .SelectMany(template => template.Resources)
            .Select(resource => resource.Properties["PolicyDocument"])
            .OfType<CfnMap>();
}
