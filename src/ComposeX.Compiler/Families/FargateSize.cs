using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Compiler.Families;

/// <summary>A task size that Fargate offers: CPU units (1,024 are one CPU) and MiB.</summary>
internal sealed record FargateSize(int CpuUnits, int MemoryMiB)
{
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
    private static readonly IReadOnlyList<FargateSize> Offered =
    [
        .. Row(256, [512, 1024, 2048]),
        .. Row(512, Steps(1024, 4096, 1024)),
        .. Row(1024, Steps(2048, 8192, 1024)),
        .. Row(2048, Steps(4096, 16384, 1024)),
        .. Row(4096, Steps(8192, 30720, 1024)),
        .. Row(8192, Steps(16384, 61440, 4096)),
        .. Row(16384, Steps(32768, 122880, 8192)),
    ];

    public static FargateSize Smallest => Offered[0];

    /// <summary>The smallest size with at least that much, fewer CPUs before less memory; null when none is large enough.</summary>
    public static FargateSize? SmallestFor(int cpuUnits, long memoryMiB) =>
        Offered.FirstOrDefault(size => size.CpuUnits >= cpuUnits && size.MemoryMiB >= memoryMiB);

    private static IEnumerable<FargateSize> Row(int cpuUnits, IEnumerable<int> memory) => memory.Select(mebibytes => new FargateSize(cpuUnits, mebibytes));

    private static IEnumerable<int> Steps(int from, int to, int step) => Enumerable.Range(0, ((to - from) / step) + 1).Select(index => from + (index * step));
}
