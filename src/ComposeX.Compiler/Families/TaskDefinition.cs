using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>A family's ECS task definition.</summary>
internal static class TaskDefinition
{
    public static SynthesizedResource Of(
        FamilyRequest request, IReadOnlyDictionary<string, IReadOnlyList<Variable>> variables, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var size = TaskSizing.Of(request, diagnostics);
        var cfn = new Cfn(family.Origin);
        var defaults = cfn.Map(
        [
            ("Family", cfn.Sub("${StackRoot}-" + family.Name, ("StackRoot", cfn.RootStackName()))),
            ("Cpu", cfn.String(size.CpuUnits.ToString(CultureInfo.InvariantCulture))),
            ("Memory", cfn.String(size.MemoryMiB.ToString(CultureInfo.InvariantCulture))),
            .. TaskPlatform.Of(request, diagnostics),
            ("EphemeralStorage", EphemeralStorage.Of(family, diagnostics)),
            ("TaskRoleArn", cfn.GetAtt(family.TaskRole(), "Arn")),
            ("ExecutionRoleArn", cfn.GetAtt(family.ExecutionRole(), "Arn")),
            ("ContainerDefinitions", cfn.List([.. family.Services.Select(service => ContainerDefinition.Of(service, request, variables[service.Name], diagnostics)), .. Sidecars(request)])),
        ]);
        var asked = request.Asked<SetOnTask>().Select(set => (set.Property, set.Value));
        return new(family.TaskDefinition(), "AWS::ECS::TaskDefinition", PropertyFold.Fold(defaults, asked, $"the task \"{family.Name}\"", diagnostics), Home.Of(family), family.Origin);
    }

    // A sidecar that does not say where it logs to logs where the family does.
    private static IEnumerable<CfnMap> Sidecars(FamilyRequest request) => request.Asked<AddContainer>().Select(sidecar =>
        sidecar.Definition["LogConfiguration"] is null && sidecar.Definition["Name"] is CfnString name
            ? sidecar.Definition.With("LogConfiguration", FamilyLogs.Configuration(request.Family, name.Value, sidecar.Origin))
            : sidecar.Definition);
}
