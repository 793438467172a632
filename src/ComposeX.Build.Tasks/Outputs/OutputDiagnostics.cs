using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Outputs;

/// <summary>What can go wrong between the templates and the disk.</summary>
public static class OutputDiagnostics
{
    public static Diagnostic CannotWrite(string path, string reason) => Diagnostic.Error("CX5101", Location.OfFile(path),
        $"The file cannot be written: {reason} Templates go to the folder that \"EcsOutputDirectory\" names; it must be writable.");

    public static Diagnostic CannotDelete(string path, string reason) => Diagnostic.Error("CX5102", Location.OfFile(path),
        $"The file is left from an earlier build and cannot be deleted: {reason} Close what uses it, or delete it by hand.");
}
