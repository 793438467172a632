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
    private const string ConditionLabel = "ecs.depends.condition";

    private static readonly string[] Conditions = ["START", "HEALTHY", "COMPLETE", "SUCCESS"];

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

    /// <summary>False for a container that is meant to end while the task lives on.</summary>
    public static bool IsEssential(ComposeService service, Family family) => !family.Services
        .SelectMany(sibling => sibling.DependsOn.Where(dependency => string.Equals(dependency.Service, service.Name, StringComparison.Ordinal)))
        .Any(dependency => Condition(service, dependency) is "COMPLETE" or "SUCCESS");

    private static CfnMap Dependency(ComposeService service, ComposeService sibling, ComposeDependency dependency, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(dependency.Origin);
        var condition = Condition(sibling, dependency);
        if (Array.IndexOf(Conditions, condition) < 0)
        {
            diagnostics.Add(FamilyDiagnostics.UnknownCondition(condition, Label(sibling)?.ValueOrigin ?? dependency.Origin));
        }
        else if (condition == "HEALTHY" && sibling.HealthCheck is null or { Disable: true })
        {
            diagnostics.Add(FamilyDiagnostics.HealthyWithoutHealthCheck(service.Name, sibling.Name, dependency.Origin));
        }

        return cfn.Map(("ContainerName", cfn.String(sibling.Name)), ("Condition", cfn.String(condition)));
    }

    // The label of the one that is waited for wins over what the waiting one says.
    private static string Condition(ComposeService sibling, ComposeDependency dependency) =>
        Label(sibling)?.Value ?? dependency.Condition switch
        {
            "service_healthy" => "HEALTHY",
            "service_completed_successfully" => "SUCCESS",
            _ => "START",
        };

    private static ComposeVariable? Label(ComposeService service) =>
        service.Deploy?.Labels.FirstOrDefault(label => string.Equals(label.Name, ConditionLabel, StringComparison.Ordinal));
}
