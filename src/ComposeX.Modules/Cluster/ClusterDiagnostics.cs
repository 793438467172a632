using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>Findings about the cluster.</summary>
public static class ClusterDiagnostics
{
    public static Diagnostic NameExpected(Location location) =>
        Diagnostic.Error("CXCLUSTER01", location, "\"Use\" must be the name of an existing cluster.");
}
