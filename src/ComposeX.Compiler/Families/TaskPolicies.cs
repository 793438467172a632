using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>A family's policies: one for starting its tasks, and one for each x-key that its code was granted something of.</summary>
internal static class TaskPolicies
{
    private static readonly Regex PrivateImage = new(
        @"^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?/(?<repository>[^:@]+)", RegexOptions.CultureInvariant);

    public static IReadOnlyList<SynthesizedResource> Of(FamilyRequest request) =>
    [
        .. ExecutionStatements(request).ToList() is { Count: > 0 } statements ? [Policy(request.Family, "ExecutionPolicy", request.Family.ExecutionRole(), statements)] : (IReadOnlyList<SynthesizedResource>)[],
        .. Grants(request, FamilyRole.Task).GroupBy(grant => grant.Topic, StringComparer.Ordinal)
            .OrderBy(topic => topic.Key, StringComparer.Ordinal)
            .Select(topic => Policy(request.Family, LogicalId.From("To", topic.Key), request.Family.TaskRole(), [.. Statements(topic)])),
    ];

    private static IEnumerable<GrantStatement> Grants(FamilyRequest request, FamilyRole role) => request.Asked<GrantStatement>().Where(grant => grant.Role == role);

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
        .Select(sid => Statement(new Cfn(sid.First().Origin), sid.Key, sid.SelectMany(grant => grant.Actions).Distinct(StringComparer.Ordinal),
            sid.SelectMany(grant => grant.Resources).Distinct(CfnValueComparer.Default), sid.First().Condition, sid.First().Denies));

    private static IEnumerable<CfnMap> ExecutionStatements(FamilyRequest request)
    {
        var family = request.Family;
        var cfn = new Cfn(family.Origin);
        foreach (var statement in Statements(Grants(request, FamilyRole.Execution)))
        {
            yield return statement;
        }

        var repositories = family.Services.Select(service => Repository(service, request.ProjectName, cfn))
            .Concat(request.Asked<AddContainer>().Select(sidecar => sidecar.Repository ?? (sidecar.Definition["Image"] is CfnString image ? PulledFrom(image.Value, image.Origin) : null)))
            .OfType<CfnValue>().ToList();
        if (repositories.Count > 0)
        {
            // AWS knows no resource for this one action.
            yield return Statement(cfn, "LogInToRegistry", ["ecr:GetAuthorizationToken"], [cfn.String("*")]);
            yield return Statement(cfn, "PullImages", ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repositories);
        }
    }

    // A built image goes to a repository named for project and service; of pulled ones only those in a private ECR registry need permission.
    private static CfnValue? Repository(ComposeService service, string projectName, Cfn cfn) =>
        (service.Image is { } image ? PulledFrom(image.Value, image.Origin) : null)
        ?? (service.Build is null ? null : cfn.Sub($"arn:${{AWS::Partition}}:ecr:${{AWS::Region}}:${{AWS::AccountId}}:repository/{projectName}/{service.Name}"));

    private static CfnFunction? PulledFrom(string image, Location origin) => PrivateImage.Match(image) is { Success: true } match
        ? new Cfn(origin).Sub($"arn:${{AWS::Partition}}:ecr:{match.Groups["region"].Value}:{match.Groups["account"].Value}:repository/{match.Groups["repository"].Value}")
        : null;

    private static CfnMap Statement(Cfn cfn, string sid, IEnumerable<string> actions, IEnumerable<CfnValue> resources, CfnMap? condition = null, bool denies = false) => cfn.Map(
        ("Sid", cfn.String(sid)),
        ("Effect", cfn.String(denies ? "Deny" : "Allow")),
        ("Action", cfn.Strings(actions)),
        ("Resource", cfn.List(resources)),
        ("Condition", condition));
}
