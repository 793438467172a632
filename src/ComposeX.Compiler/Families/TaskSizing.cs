using System;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Adds up what a family's containers ask for, and finds the smallest Fargate task that has it.</summary>
internal static class TaskSizing
{
    private const long BytesPerMiB = 1024 * 1024;

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
    private const int LeastOfWindows = 1024;
    private const int MostOfWindows = 4096;

    public static FargateSize Of(FamilyRequest request, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        foreach (var service in family.Services)
        {
            CheckMemory(service, diagnostics);
        }

        var cpuUnits = family.Services.Sum(service => CpuUnits(service) ?? 0) + (int)Sidecars(request, "Cpu");
        var memoryMiB = family.Services.Sum(service => MemoryMiB(service) ?? MemoryReservationMiB(service) ?? 0) + Sidecars(request, "Memory");
        if (FargateSize.SmallestFor(IsWindows(request) ? Math.Max(cpuUnits, LeastOfWindows) : cpuUnits, memoryMiB) is { } size)
        {
            if (IsWindows(request) && size.CpuUnits > MostOfWindows)
            {
                diagnostics.Add(FamilyDiagnostics.WindowsTaskTooLarge(family.Name, size.CpuUnits, LargestAsker(family)));
            }

            return size;
        }

        diagnostics.Add(FamilyDiagnostics.TaskTooLarge(family.Name, cpuUnits, memoryMiB, LargestAsker(family)));
        return FargateSize.Smallest;
    }

    /// <summary>1,024 units are one CPU; null when the service does not say. A limit and a reservation count as the larger of the two.</summary>
    public static int? CpuUnits(ComposeService service)
    {
        decimal?[] asked = [service.Deploy?.Limits?.Cpus?.Value, service.Deploy?.Reservations?.Cpus?.Value, service.Cpus?.Value];
        return asked.Max() is { } cpus and > 0 ? (int)Math.Min(Math.Ceiling(cpus * 1024), 1_000_000) : null;
    }

    public static long? MemoryMiB(ComposeService service) => MiB(service.Deploy?.Limits?.Memory ?? service.MemoryLimit);

    public static long? MemoryReservationMiB(ComposeService service) => MiB(service.Deploy?.Reservations?.Memory ?? service.MemoryReservation);

    private static long Sidecars(FamilyRequest request, string member) => request.Asked<AddContainer>()
        .Sum(sidecar => sidecar.Definition[member] is CfnNumber number && long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0);

    private static bool IsWindows(FamilyRequest request) => request.Family.Platform() == ComputePlatform.Fargate && request.Asked<SetOnTask>().Any(set =>
        set is { Property: "RuntimePlatform", Value: CfnMap platform } && platform["OperatingSystemFamily"] is CfnString system && system.Value.StartsWith("WINDOWS", StringComparison.Ordinal));

    private static void CheckMemory(ComposeService service, DiagnosticBag diagnostics)
    {
        if (MemoryReservationMiB(service) > MemoryMiB(service))
        {
            var reservation = service.Deploy?.Reservations?.Memory ?? service.MemoryReservation;
            diagnostics.Add(FamilyDiagnostics.ReservationOverLimit(service.Name, reservation?.Origin ?? service.Origin));
        }
    }

    private static Location LargestAsker(Family family)
    {
        var service = family.Services.OrderByDescending(service => MemoryMiB(service) ?? 0).ThenByDescending(service => CpuUnits(service) ?? 0).First();
        return service.Deploy?.Limits?.Origin ?? service.Deploy?.Reservations?.Origin ?? service.Origin;
    }

    private static long? MiB(Located<long>? bytes) => bytes is { Value: > 0 } value ? ((value.Value - 1) / BytesPerMiB) + 1 : null;
}
