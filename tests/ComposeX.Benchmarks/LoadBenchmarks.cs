using BenchmarkDotNet.Attributes;
using ComposeX.Compose;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Benchmarks;

/// <summary>From text to a compose project.</summary>
[MemoryDiagnoser, ShortRunInProcess]
public class LoadBenchmarks
{
    private ComposeLoadRequest _request = GeneratedProject.Request(1);

    [Params(10, 100, 1_000)]
    public int Services { get; set; }

    [GlobalSetup]
    public void Generate() => _request = GeneratedProject.Request(Services);

    [Benchmark]
    public ComposeProject Load()
    {
        var diagnostics = new DiagnosticBag();
        return GeneratedProject.Whole(ComposeLoader.Load(_request, diagnostics), diagnostics);
    }
}
