using ComposeX.Syntax;

namespace ComposeX.Modules.Profiling;

/// <summary>Findings about profiling.</summary>
public static class ProfilingDiagnostics
{
    public static Diagnostic NotHere(string key, string service, Location location) =>
        Diagnostic.Warning("CXPROFILING01", location, $"\"{key}\" of \"{service}\" has no effect: no profiling group is made for a service. CodeGuru Profiler knows the JVM and Python only; for other code, trace with \"x-xray\". Remove the key, or silence this warning with NoWarn.");
}
