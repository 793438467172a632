using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compiler.Rooms;
using ComposeX.Compiler.Tests.Iam;
using ComposeX.Model.Seam;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Compiler.Tests;

/// <summary>Over all modules: what their access sets allow is what AWS knows, on resources that it knows it of.</summary>
public sealed class AccessSetTests
{
    // AWS's reference names no resource for it, and yet asks for leave on arn:…:log-group:*.
    private const string LimitedAllTheSame = "logs:DescribeLogGroups";

    [Theory, MemberData(nameof(ModuleSample.Keys), MemberType = typeof(ModuleSample))]
    public void Every_action_is_one_of_AWS_and_spelt_out(string key)
    {
        Assert.DoesNotContain(Sets(key).SelectMany(set => set.Actions.Concat(set.KeyActions)), action => action.Contains('*') || !IamActions.IsKnown(action));
        Assert.DoesNotContain(Sets(key).SelectMany(set => set.KeyActions), action => !action.StartsWith("kms:", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(ModuleSample.Keys), MemberType = typeof(ModuleSample))]
    public void Every_action_can_be_limited_to_a_resource_of_its_set_and_none_is_there_for_nothing(string key)
    {
        var sample = ModuleSample.Of(key);
        foreach (var set in Sets(key))
        {
            var resources = set.Resources.Select(pattern => (Pattern: pattern, Arns: sample.Arns.Select(arn => pattern.Replace("${Arn}", arn).Replace("*", "part")).ToList())).ToList();
            Assert.All(resources, resource => Assert.StartsWith("${Arn}", resource.Pattern));
            Assert.Empty(set.Actions.Where(action => !resources.Any(resource => resource.Arns.Any(arn => IamActions.AppliesTo(action, arn)))).Select(action => $"{set.Sid}: {action}"));
            Assert.Empty(resources.Where(resource => !set.Actions.Any(action => resource.Arns.Any(arn => IamActions.AppliesTo(action, arn)))).Select(resource => $"{set.Sid}: {resource.Pattern}"));
        }
    }

    [Theory, MemberData(nameof(ModuleSample.Keys), MemberType = typeof(ModuleSample))]
    public void No_two_sets_make_one_statement(string key) =>
        Assert.Empty(Sets(key).GroupBy(set => set.Sid, StringComparer.Ordinal).Where(sets => sets.Count() > 1).Select(sets => sets.Key));

    [Theory, Cases]
    public void Every_statement_of_every_case_is_about_actions_of_AWS(Case @case)
    {
        foreach (var statement in Statements(@case))
        {
            var actions = Compiling.Texts(statement, "Action").Where(action => action != "*").ToList();
            Assert.DoesNotContain(actions, action => !IamActions.IsKnown(action));
            var isLimited = statement["Resource"] is not null && !Compiling.Texts(statement, "Resource").Contains("*");
            Assert.DoesNotContain(actions, action => isLimited && IamActions.IsWithoutResource(action) && action != LimitedAllTheSame);
        }
    }

    [Fact]
    public void Every_template_of_SAM_is_known_and_belongs_to_one_key()
    {
        Assert.Equal("x-sqs", SamPolicies.KeyOf("SQSPollerPolicy"));
        Assert.Null(SamPolicies.KeyOf("LambdaInvokePolicy"));
        Assert.True(SamPolicies.IsKnown("LambdaInvokePolicy"));
        Assert.False(SamPolicies.IsKnown("RW"));
        Assert.Empty(SamPolicies.Of("lambda"));
    }

    [Theory]
    [InlineData("acm", "x-acm")]
    [InlineData("dynamodb", "x-dynamodb")]
    [InlineData("kms", "x-kms")]
    [InlineData("s3", "x-s3")]
    [InlineData("sns", "x-sns")]
    [InlineData("sqs", "x-sqs")]
    [InlineData("ssm", "x-ssm_parameter")]
    public void Every_template_of_SAM_is_about_its_resource(string service, string key)
    {
        var sets = SamPolicies.Of(service);
        Assert.NotEmpty(sets);
        Assert.All(sets, set => Assert.True(set.IsTemplate));
        Assert.All(sets, set => Assert.Equal(key, SamPolicies.KeyOf(set.Name)));
        foreach (var set in sets)
        {
            var arns = set.Resources.Select(pattern => pattern.Replace("${Arn}", ModuleSample.Of(key).Arns[0]).Replace("*", "part")).ToList();
            Assert.DoesNotContain(set.Actions, action => !arns.Any(arn => IamActions.AppliesTo(action, arn)));
            Assert.DoesNotContain(arns, arn => !set.Actions.Any(action => IamActions.AppliesTo(action, arn)));
        }
    }

    // An output whose name ends like another's would be one export for two resources of one name.
    [Fact]
    public void No_two_modules_export_under_one_name()
    {
        var exports = ModuleCatalogue.Modules.Where(module => module is not EnvironmentModule)
            .SelectMany(module => module.Attributes.Select(attribute => (attribute.Export, module.Key)));
        Assert.Empty(exports.GroupBy(export => export.Export, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(export => export.Key))}"));
    }

    // What forbids may forbid everything.
    private static IEnumerable<AccessSet> Sets(string key) => ModuleSample.Of(key).Module.Access.Where(set => !set.Denies);

    private static IEnumerable<CfnMap> Statements(Case @case) => (CaseCompilation.Of(@case).Compilation?.Templates ?? [])
        .SelectMany(template => template.Resources)
        .SelectMany(resource => StatementsIn(resource.Properties));

    private static IEnumerable<CfnMap> StatementsIn(CfnValue value) => value switch
    {
        CfnMap map when map["Effect"] is not null && map["Action"] is not null => [map],
        CfnMap map => map.Members.SelectMany(member => StatementsIn(member.Value)),
        CfnList list => list.Items.SelectMany(StatementsIn),
        CfnFunction function => StatementsIn(function.Argument),
        _ => [],
    };
}
