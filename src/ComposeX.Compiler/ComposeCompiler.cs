using System.Threading;
using ComposeX.Syntax;

namespace ComposeX.Compiler;

/// <summary>The one way in: from a compose file to CloudFormation templates.</summary>
public static class ComposeCompiler
{
    /// <summary>Compiles a project; null when <paramref name="diagnostics"/> has errors.</summary>
    public static Compilation? Compile(CompileRequest request, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return null;
    }
}
