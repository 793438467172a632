using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Compiler.Families;

/// <summary>What a task gets: CPU units (1,024 are one CPU) and MiB.</summary>
internal sealed record TaskSize(long CpuUnits, long MemoryMiB);

/// <summary>The task sizes that Fargate offers.</summary>
internal static class FargateSize
{
    private const int LeastCpuOfWindows = 1024;
    private const int MostCpuOfWindows = 4096;

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
    private static readonly IReadOnlyList<TaskSize> _offered =
    [
        .. Row(256, [512, 1024, 2048]),
        .. Row(512, Steps(1024, 4096, 1024)),
        .. Row(1024, Steps(2048, 8192, 1024)),
        .. Row(2048, Steps(4096, 16384, 1024)),
        .. Row(4096, Steps(8192, 30720, 1024)),
        .. Row(8192, Steps(16384, 61440, 4096)),
        .. Row(16384, Steps(32768, 122880, 8192)),
    ];

    public static TaskSize Smallest => _offered[0];

    /// <summary>The largest size there is.</summary>
    public static TaskSize Largest(bool isWindows) => Offered(isWindows).Last();

    /// <summary>The smallest size with at least that much, fewer CPUs before less memory; null when none is large enough.</summary>
    public static TaskSize? SmallestFor(long cpuUnits, long memoryMiB, bool isWindows) =>
        Offered(isWindows).FirstOrDefault(size => size.CpuUnits >= cpuUnits && size.MemoryMiB >= memoryMiB);

    private static IEnumerable<TaskSize> Offered(bool isWindows) =>
        isWindows ? _offered.Where(size => size.CpuUnits is >= LeastCpuOfWindows and <= MostCpuOfWindows) : _offered;

    private static IEnumerable<TaskSize> Row(int cpuUnits, IEnumerable<int> memory) => memory.Select(mebibytes => new TaskSize(cpuUnits, mebibytes));

    private static IEnumerable<int> Steps(int from, int to, int step) => Enumerable.Range(0, ((to - from) / step) + 1).Select(index => from + (index * step));
}
