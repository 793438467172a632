using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>In which order the containers of one task start, and which of them the task cannot live without.</summary>
internal static class ContainerOrder
{
    private static readonly string[] _conditions = ["START", "HEALTHY", "COMPLETE", "SUCCESS"];

    /// <summary>The <c>DependsOn</c> of a container: the services of the same task that it waits for.</summary>
    public static CfnList Of(ComposeService service, FamilyRequest request, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(service.Origin);
        return cfn.List(
            (from dependency in service.DependsOn
             from sibling in request.Family.Services
             where string.Equals(sibling.Name, dependency.Service, StringComparison.Ordinal)
             select Dependency(service, sibling, dependency, diagnostics)).Concat(
             from sidecar in request.Asked<AddContainer>()
             where sidecar.StartCondition is not null
             select new Cfn(sidecar.Origin).Map(("ContainerName", sidecar.Definition["Name"]), ("Condition", new Cfn(sidecar.Origin).String(sidecar.StartCondition ?? "START")))));
    }

    /// <summary>Whether the task ends with this container: as the label says; else unless it is meant to end before the others.</summary>
    public static bool IsEssential(ComposeService service, Family family) =>
        IsEssential(service.DeployLabel(DeployLabels.Essential)) ?? !IsToEnd(service, family);

    /// <summary>What the label says; null when it says nothing that is understood.</summary>
    public static bool? IsEssential(ComposeVariable? label) => label?.Value?.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        _ => null,
    };

    /// <summary>Whether the container does its work and ends while others of the task wait for that.</summary>
    public static bool IsToEnd(ComposeService service, Family family) => family.Services.Count > 1
        && (service.DeployLabel(DeployLabels.Condition)?.Value is "COMPLETE" or "SUCCESS"
            || family.Services
                .SelectMany(sibling => sibling.DependsOn.Where(dependency => string.Equals(dependency.Service, service.Name, StringComparison.Ordinal)))
                .Any(dependency => Condition(service, dependency) is "COMPLETE" or "SUCCESS"));

    private static CfnMap Dependency(ComposeService service, ComposeService sibling, ComposeDependency dependency, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(dependency.Origin);
        var condition = Condition(sibling, dependency);
        if (Array.IndexOf(_conditions, condition) < 0)
        {
            diagnostics.Add(FamilyDiagnostics.UnknownCondition(condition, sibling.DeployLabel(DeployLabels.Condition)?.ValueOrigin ?? dependency.Origin));
        }
        else if (condition == "HEALTHY" && !ContainerHealthCheck.IsThere(sibling))
        {
            diagnostics.Add(FamilyDiagnostics.HealthyWithoutHealthCheck(service.Name, sibling.Name, dependency.Origin));
        }

        return cfn.Map(("ContainerName", cfn.String(sibling.Name)), ("Condition", cfn.String(condition)));
    }

    // The label of the one that is waited for wins over what the waiting one says.
    private static string Condition(ComposeService sibling, ComposeDependency dependency) =>
        sibling.DeployLabel(DeployLabels.Condition)?.Value ?? dependency.Condition switch
        {
            "service_healthy" => "HEALTHY",
            "service_completed_successfully" => "SUCCESS",
            _ => "START",
        };
}
