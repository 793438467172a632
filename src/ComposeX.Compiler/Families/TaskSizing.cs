using System;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Adds up what a family's containers ask for, and finds the smallest Fargate task that has it; on instances a task is as large as that.</summary>
internal static class TaskSizing
{
    private const long BytesPerMiB = 1024 * 1024;

    // What ECS needs on instances: a task without any limit of memory would be refused.
    private const int LeastCpuOnInstances = 128;
    private const int MostCpuOnInstances = 196_608;
    private const int MemoryOnInstances = 512;

    // Docker starts no container with less.
    private const long LeastMemory = 6;

    public static TaskSize Of(FamilyRequest request, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        foreach (var service in family.Services)
        {
            CheckMemory(service, diagnostics);
        }

        var platform = family.Platform();
        var cpuUnits = Together(family, service => CpuUnits(service, platform) ?? 0) + Sidecars(request, "Cpu");
        var memoryMiB = Together(family, service => MemoryMiB(service) ?? MemoryReservationMiB(service) ?? 0) + Sidecars(request, "Memory");
        var isWindows = TaskPlatform.IsWindows(request);
        var size = platform == ComputePlatform.Fargate ? FargateSize.SmallestFor(cpuUnits, memoryMiB, isWindows) : OnInstances(cpuUnits, memoryMiB);
        if (size is null)
        {
            var largest = platform == ComputePlatform.Fargate ? FargateSize.Largest(isWindows) : new TaskSize(MostCpuOnInstances, int.MaxValue);
            diagnostics.Add(FamilyDiagnostics.TaskTooLarge(family.Name, new TaskSize(cpuUnits, memoryMiB), largest, platform == ComputePlatform.Fargate ? "Fargate" : "ECS", LargestAsker(family)));
        }

        return size ?? FargateSize.Smallest;
    }

    /// <summary>1,024 units are one CPU; null when the service does not say. A limit and a reservation count as the larger of the two.</summary>
    public static int? CpuUnits(ComposeService service, ComputePlatform platform)
    {
        decimal?[] asked = [service.Deploy?.Limits?.Cpus?.Value, service.Deploy?.Reservations?.Cpus?.Value, service.Cpus?.Value];
        if (asked.Max() is { } cpus and > 0)
        {
            return (int)Math.Min(Math.Ceiling(cpus * 1024), 1_000_000);
        }

        // Docker's shares are parts of 1,024 too, and on instances ECS hands its units to Docker as shares.
        return platform != ComputePlatform.Fargate && service.CpuShares is { Value: > 0 } shares ? (int)Math.Min(shares.Value, 1_000_000) : null;
    }

    // Those that end before the others start need no room beside them.
    private static long Together(Family family, Func<ComposeService, long> asked) => Math.Max(
        family.Services.Where(service => !ContainerOrder.IsToEnd(service, family)).Sum(asked),
        family.Services.Where(service => ContainerOrder.IsToEnd(service, family)).Select(asked).DefaultIfEmpty().Max());

    private static TaskSize? OnInstances(long cpuUnits, long memoryMiB) => cpuUnits > MostCpuOnInstances || memoryMiB > int.MaxValue
        ? null
        : new(Math.Max(cpuUnits, LeastCpuOnInstances), memoryMiB == 0 ? MemoryOnInstances : memoryMiB);

    public static long? MemoryMiB(ComposeService service) => MiB(Limit(service)) is { } asked ? Math.Max(asked, LeastMemory) : null;

    public static long? MemoryReservationMiB(ComposeService service) => MiB(Reservation(service)) is { } asked ? Math.Max(asked, LeastMemory) : null;

    private static Located<long>? Limit(ComposeService service) => service.Deploy?.Limits?.Memory ?? service.MemoryLimit;

    private static Located<long>? Reservation(ComposeService service) => service.Deploy?.Reservations?.Memory ?? service.MemoryReservation;

    private static long Sidecars(FamilyRequest request, string member) => request.Asked<AddContainer>()
        .Sum(sidecar => sidecar.Definition[member] is CfnNumber number && long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0);

    private static bool IsWindows(FamilyRequest request) => request.Family.Platform() == ComputePlatform.Fargate && request.Asked<SetOnTask>().Any(set =>
        set is { Property: "RuntimePlatform", Value: CfnMap platform } && platform["OperatingSystemFamily"] is CfnString system && system.Value.StartsWith("WINDOWS", StringComparison.Ordinal));

    private static void CheckMemory(ComposeService service, DiagnosticBag diagnostics)
    {
        if (MemoryReservationMiB(service) > MemoryMiB(service))
        {
            diagnostics.Add(FamilyDiagnostics.ReservationOverLimit(service.Name, Reservation(service)?.Origin ?? service.Origin));
        }

        foreach (var small in new[] { Limit(service), Reservation(service) }.OfType<Located<long>>().Where(memory => MiB(memory) < LeastMemory))
        {
            diagnostics.Add(FamilyDiagnostics.Clamped("the memory", service.Name, "6 MiB", "at least 6 MiB", small.Origin));
        }
    }

    private static Location LargestAsker(Family family)
    {
        var service = family.Services.OrderByDescending(service => MemoryMiB(service) ?? 0).ThenByDescending(service => CpuUnits(service, family.Platform()) ?? 0).First();
        return service.Deploy?.Limits?.Origin ?? service.Deploy?.Reservations?.Origin ?? service.Origin;
    }

    /// <summary>Bytes as whole MiB, rounded up; null for nothing and for none.</summary>
    public static long? MiB(Located<long>? bytes) => bytes is { Value: > 0 } value ? ((value.Value - 1) / BytesPerMiB) + 1 : null;
}
