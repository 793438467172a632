using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Manifests;

/// <summary>What can be wrong with a manifest that is read.</summary>
public static class ManifestDiagnostics
{
    public static Diagnostic NotJson(Location place, string reason) => Diagnostic.Error("CX4091", place,
        $"The manifest is not JSON: {reason} Build the project again to have it written anew.");

    public static Diagnostic WrongKind(Location place, string path, string expected) => Diagnostic.Error("CX4092", place,
        $"\"{path}\" in the manifest must be {expected}. Build the project again to have it written anew.");

    public static Diagnostic Missing(Location place, string path) => Diagnostic.Error("CX4093", place,
        $"\"{path}\" is missing in the manifest. Build the project again to have it written anew.");

    public static Diagnostic OtherVersion(Location place, long found) => Diagnostic.Error("CX4094", place,
        System.FormattableString.Invariant($"The manifest has \"formatVersion\" {found}, and this version of ComposeX.Build reads {Manifest.FormatVersion}. ")
        + "Build the project again with the version that deploys it.");

}
