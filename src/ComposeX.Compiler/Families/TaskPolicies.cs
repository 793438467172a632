using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Families;

/// <summary>A family's policies: one for starting its tasks, and one for each x-key that its code was granted something of.</summary>
internal static class TaskPolicies
{
    private static readonly Regex PrivateImage = new(
        @"^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?/(?<repository>[^:@]+)", RegexOptions.CultureInvariant);

    public static IReadOnlyList<SynthesizedResource> Of(Family family, Surroundings surroundings, IReadOnlyList<GrantStatement> grants) =>
    [
        Policy(family, "ExecutionPolicy", family.ExecutionRole(), [.. ExecutionStatements(family, surroundings)]),
        .. grants.GroupBy(grant => grant.Topic, StringComparer.Ordinal)
            .OrderBy(topic => topic.Key, StringComparer.Ordinal)
            .Select(topic => Policy(family, LogicalId.From("To", topic.Key), family.TaskRole(), [.. Statements(topic)])),
    ];

    private static SynthesizedResource Policy(Family family, string part, string role, IReadOnlyList<CfnMap> statements)
    {
        var cfn = new Cfn(statements[0].Origin);
        var id = family.Id(part);
        return new(id, "AWS::IAM::Policy", cfn.Map(
            ("PolicyName", cfn.String(id)),
            ("PolicyDocument", cfn.Map(("Version", cfn.String("2012-10-17")), ("Statement", cfn.List(statements)))),
            ("Roles", cfn.List(cfn.Ref(role)))), Home.Of(family), cfn.Origin);
    }

    private static IEnumerable<CfnMap> Statements(IEnumerable<GrantStatement> grants) => grants
        .GroupBy(grant => grant.Sid, StringComparer.Ordinal)
        .Select(sid => Statement(new Cfn(sid.First().Origin), sid.Key, sid.First().Actions, sid.SelectMany(grant => grant.Resources)));

    private static IEnumerable<CfnMap> ExecutionStatements(Family family, Surroundings surroundings)
    {
        var cfn = new Cfn(family.Origin);
        yield return Statement(cfn, "WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [cfn.GetAtt(family.LogGroup(), "Arn")]);
        var repositories = family.Services.Select(service => Repository(service, surroundings, cfn)).OfType<CfnValue>().ToList();
        if (repositories.Count > 0)
        {
            // AWS knows no resource for this one action.
            yield return Statement(cfn, "LogInToRegistry", ["ecr:GetAuthorizationToken"], [cfn.String("*")]);
            yield return Statement(cfn, "PullImages", ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repositories);
        }
    }

    // A built image goes to a repository named for project and service; of pulled ones only those in a private ECR registry need permission.
    private static CfnValue? Repository(ComposeService service, Surroundings surroundings, Cfn cfn)
    {
        if (service.Image is { } image && PrivateImage.Match(image.Value) is { Success: true } match)
        {
            return new Cfn(image.Origin).Sub($"arn:${{AWS::Partition}}:ecr:{match.Groups["region"].Value}:{match.Groups["account"].Value}:repository/{match.Groups["repository"].Value}");
        }

        return service.Build is null ? null
            : cfn.Sub($"arn:${{AWS::Partition}}:ecr:${{AWS::Region}}:${{AWS::AccountId}}:repository/{surroundings.ProjectName}/{service.Name}");
    }

    private static CfnMap Statement(Cfn cfn, string sid, IEnumerable<string> actions, IEnumerable<CfnValue> resources) => cfn.Map(
        ("Sid", cfn.String(sid)),
        ("Effect", cfn.String("Allow")),
        ("Action", cfn.Strings(actions)),
        ("Resource", cfn.List(resources)));
}
