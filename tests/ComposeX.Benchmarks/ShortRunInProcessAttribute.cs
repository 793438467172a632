using System;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ComposeX.Benchmarks;

/// <summary>Runs benchmarks in this process, as tasks run in MSBuild's; no project is generated and restored for each.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShortRunInProcessAttribute : Attribute, IConfigSource
{
    public IConfig Config { get; } = ManualConfig.CreateEmpty().AddJob(Job.ShortRun.WithWarmupCount(20).WithIterationCount(15).WithToolchain(InProcessEmitToolchain.Instance));
}
