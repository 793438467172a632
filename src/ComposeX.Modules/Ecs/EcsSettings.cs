using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>What a service says under <c>x-ecs</c>. A null member means that it did not say.</summary>
internal sealed record EcsSettings(ComposeService Service)
{
    public Located<bool>? EnableExecuteCommand { get; init; }

    public YamlSequence? CapacityProviderStrategy { get; init; }

    public Located<string>? CpuArchitecture { get; init; }

    public Located<string>? OperatingSystemFamily { get; init; }

    public Located<string>? AvailabilityZoneRebalancing { get; init; }

    public Located<string>? PlatformVersion { get; init; }

    public Located<bool>? EnableManagedTags { get; init; }

    public Located<long>? HealthCheckGracePeriod { get; init; }

    public YamlMapping? Deployment { get; init; }

    public static EcsSettings Read(ComposeService service, DiagnosticBag diagnostics)
    {
        var settings = new EcsSettings(service);
        if (service.Key("x-ecs") is not { } entry)
        {
            return settings;
        }

        if (entry.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("x-ecs", "a mapping", entry.Value.Location));
            return settings;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        settings = settings with
        {
            EnableExecuteCommand = reader.Boolean("EnableExecuteCommand"),
            CapacityProviderStrategy = reader.Sequence("CapacityProviderStrategy"),
            CpuArchitecture = reader.Text("CpuArchitecture"),
            OperatingSystemFamily = reader.Text("OperatingSystemFamily"),
            AvailabilityZoneRebalancing = reader.Text("AvailabilityZoneRebalancing"),
            PlatformVersion = reader.Text("PlatformVersion"),
            EnableManagedTags = reader.Boolean("EnableECSManagedTags"),
            HealthCheckGracePeriod = reader.Integer("HealthCheckGracePeriod", "HealthCheckGracePeriodSeconds"),
            Deployment = reader.Mapping("Deployment", "DeploymentConfiguration"),
        };
        reader.RejectOthers("x-ecs");
        return settings;
    }
}
