using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Addresses;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Over all cases: nobody may do more than was asked for.</summary>
public sealed class LeastPrivilegeTests
{
    // Actions for which AWS knows no resource.
    private static readonly string[] WithoutResources =
    [
        "cloudwatch:PutMetricData", "ecr:GetAuthorizationToken", "ecs:DiscoverPollEndpoint",
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
        "xray:GetSamplingRules", "xray:GetSamplingStatisticSummaries", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
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

    // The endpoints of a VPC are for whoever is in it, and a load balancer that is internet-facing is for anybody.
    [Theory, Cases]
    public void No_security_group_is_open_to_an_address_that_the_file_does_not_name(Case @case)
    {
        var resources = (CaseCompilation.Of(@case).Compilation?.Templates ?? []).SelectMany(template => template.Resources).ToList();
        var named = CaseCompilation.ComposeFiles(@case.Files, Case.Root).SelectMany(path => Blocks(@case.Files.Read(path)?.Text ?? "")).ToList();
        var vpc = resources.Where(resource => resource.Type == "AWS::EC2::VPC").SelectMany(resource => Compiling.Texts(resource.Properties, "CidrBlock")).ToList();
        var isPublic = resources.Any(resource => resource.Properties["Scheme"] is CfnString { Value: "internet-facing" });
        Assert.All(
            resources.Where(resource => resource.Type.StartsWith("AWS::EC2::SecurityGroup", System.StringComparison.Ordinal) && !(isPublic && resource.LogicalId.Contains("FromAnybody"))),
            resource => Assert.Empty(OpenTo(resource).Except(resource.LogicalId == "VpcEndpointsSecurityGroup" ? vpc : named)));
    }

    [Theory, MemberData(nameof(ModuleSample.Keys), MemberType = typeof(ModuleSample))]
    public void A_service_without_access_gets_none(string key)
    {
        var sample = ModuleSample.Of(key);
        var set = sample.Module.Access[0];
        var access = set.Dimension is null ? set.Name : $"{{{set.Dimension}: {set.Name}}}";
        Assert.Empty(PoliciesOfTasks(sample.Compose("")));
        Assert.NotEmpty(PoliciesOfTasks(sample.Compose($"{{Access: {access}}}")));
    }

    private static IEnumerable<string> PoliciesOfTasks(string compose) => Compiling.Resources(Compiling.Templates(compose)).Values
        .Where(found => found.Resource.Type == "AWS::IAM::Policy" && found.Resource.LogicalId.StartsWith("IdleTo", System.StringComparison.Ordinal))
        .Select(found => found.Resource.LogicalId);

    private static IEnumerable<string> OpenTo(Resource rules) =>
        from name in new[] { "CidrIp", "CidrIpv6" }
        from cidr in Compiling.Texts(rules.Properties, name).Concat(Compiling.Texts(rules.Properties, "SecurityGroupIngress", name))
        select cidr;

    // However a block is written, a rule has it in one way.
    private static IEnumerable<string> Blocks(string text) => Regex.Matches(text, "[0-9A-Fa-f.:]+/[0-9]+").Cast<Match>().Select(match =>
        IPv4Block.TryParse(match.Value, out var block) ? block.ToString() : IPv6Block.TryParse(match.Value, out var other) ? other.ToString() : match.Value);

    private static IEnumerable<CfnMap> Policies(Case @case) =>
        (CaseCompilation.Of(@case).Compilation?.Templates ?? [])
            .SelectMany(template => template.Resources)
            .SelectMany(resource => ((resource.Properties["Policies"] as CfnList)?.Items ?? []).Select(policy => (policy as CfnMap)?["PolicyDocument"]).Append(resource.Properties["PolicyDocument"]))
            .OfType<CfnMap>();
}
