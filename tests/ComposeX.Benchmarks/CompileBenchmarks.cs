using BenchmarkDotNet.Attributes;
using ComposeX.Compiler;
using ComposeX.Syntax;

namespace ComposeX.Benchmarks;

/// <summary>
/// From text to templates in a warm process. Each run compiles a file that differs from the one before, so nothing
/// that is kept by content can help: this is "one value edited, build again". The aim for 10 services is 150 ms. (The root
/// template of a hundred would have more resources than CloudFormation takes.)
/// </summary>
[MemoryDiagnoser, ShortRunInProcess]
public class CompileBenchmarks
{
    private int _edition;

    [Params(10, 50)]
    public int Services { get; set; }

    [Benchmark]
    public Compilation Compile_an_edited_file()
    {
        var diagnostics = new DiagnosticBag();
        var request = new CompileRequest { Compose = GeneratedProject.Request(Services, _edition++) };
        return GeneratedProject.Whole(ComposeCompiler.Compile(request, diagnostics), diagnostics);
    }
}
