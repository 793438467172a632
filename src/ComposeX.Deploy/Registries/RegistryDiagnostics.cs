using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Registries;

/// <summary>Findings about a registry; who asked it for something gives them their place.</summary>
internal static class RegistryDiagnostics
{
    public static Diagnostic Unreachable(string registry, string reason) => Diagnostic.Error("CX6720", Place.None,
        $"The registry \"{registry}\" cannot be reached: {reason} Check the name, the network and the proxy, then run again; what was pushed is not pushed again.");

    public static Diagnostic NotAccepted(string registry, string? source, string reason) => Diagnostic.Error("CX6721", Place.None, source is null
        ? $"The registry \"{registry}\" wants credentials, and there are none for it ({reason}). Sign in with \"docker login {registry}\", or set \"DOTNET_CONTAINER_PUSH_REGISTRY_UNAME\" and \"DOTNET_CONTAINER_PUSH_REGISTRY_PWORD\"."
        : $"The registry \"{registry}\" does not accept the credentials from {source} ({reason}). Sign in again.");

    public static Diagnostic Forbidden(string registry, string repository, bool push, string? source, string reason) => Diagnostic.Error("CX6722", Place.None,
        $"{(source is null ? "Without credentials nobody" : $"Whoever the credentials from {source} belong to")} may {(push ? "push to" : "pull from")} the repository \"{repository}\" of \"{registry}\": {reason} Ask for the permission, or name another repository.");

    public static Diagnostic NoRepository(string registry, string repository, string reason) => Diagnostic.Error("CX6723", Place.None,
        $"The registry \"{registry}\" has no repository \"{repository}\" and creates none by itself: {reason} Create it there, or name another.");

    public static Diagnostic Refused(string registry, string what, string reason) => Diagnostic.Error("CX6724", Place.None,
        $"The registry \"{registry}\" refused {what}: {reason}");

    public static Diagnostic WithoutTls(string registry, string address) => Diagnostic.Error("CX6725", Place.None,
        $"The registry \"{registry}\" is to be spoken to at \"{address}\", which is not TLS. Only loopback addresses and the hosts in \"DOTNET_CONTAINER_INSECURE_REGISTRIES\" may do without.");

    public static Diagnostic OtherDigest(string registry, string what, string expected, string actual) => Diagnostic.Error("CX6726", Place.None,
        $"The registry \"{registry}\" has {what} as \"{actual}\", and \"{expected}\" was pushed: something between here and there changes content.");

    public static Diagnostic HelperFailed(string registry, string helper, string reason) => Diagnostic.Error("CX6727", Place.None,
        $"The credential helper \"{helper}\", which Docker's configuration names for \"{registry}\", failed: {reason} Install or repair it, or sign in without it.");

    public static Diagnostic BadConfiguration(string file, string reason) => Diagnostic.Error("CX6728", Location.OfFile(file),
        $"Docker's configuration cannot be read: {reason}");
}
