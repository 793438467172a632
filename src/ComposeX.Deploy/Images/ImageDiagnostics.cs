using System.Collections.Generic;
using System.Linq;
using ComposeX.Deploy.Reporting;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Images;

/// <summary>Findings about images, each at what the compose file says of the image.</summary>
internal static class ImageDiagnostics
{
    public static Diagnostic BadRepository(Location place, string repository) => Diagnostic.Error("CX6701", place,
        $"\"{repository}\" cannot be a repository of images: lower-case letters and digits, with single \".\", \"_\", \"-\" and \"/\" between them. Name another with \"EcsImageRepository\".");

    public static Diagnostic BadRegistry(string registry) => Diagnostic.Error("CX6702", Place.None,
        $"\"{registry}\" cannot be a registry: it is a host, perhaps a port, and perhaps the beginning of a repository (\"ghcr.io/shop\"), without \"https://\".");

    public static Diagnostic BaseUnknown(Location place, string baseImage, string reason) => Diagnostic.Warning("CX6703", place,
        $"The digest of the base image \"{baseImage}\" cannot be had: {reason} A newer base image under this name does not lead to a new image.");

    public static Diagnostic BadArchive(Location place, string archive, string reason) => Diagnostic.Error("CX6704", place,
        $"The image that was built (\"{archive}\") cannot be pushed: {reason}");

    public static Diagnostic OtherPlatform(Location place, string expected, IEnumerable<string> actual) => Diagnostic.Error("CX6705", place,
        $"The service runs on \"{expected}\", and its image is for {Quoted(actual)}: its tasks would end with \"exec format error\". Make \"platform\" and the project's \"RuntimeIdentifier\" say the same.");

    public static Diagnostic PortNotExposed(Location place, string port, IEnumerable<string> exposed) => Diagnostic.Warning("CX6706", place,
        $"The service is reached at the port \"{port}\", and its image exposes {Quoted(exposed)}. Add it as \"ContainerPort\" to the project, or correct \"ports\" or \"expose\".");

    public static Diagnostic OtherUser(Location place, string expected, string actual) => Diagnostic.Note("CX6707", place,
        $"The service runs as the user \"{expected}\"; its image was made for \"{actual}\".");

    public static Diagnostic TooManyFindings(Location place, string image, string counts, bool ignored) => new("CX6708", Severity(ignored),
        $"The scan of \"{image}\" found more than \"Thresholds\" accepts: {counts}.{(ignored ? "" : " Take a newer base image or packages, raise the threshold, or set \"IgnoreFailure\".")}", place);

    public static Diagnostic NotScanned(Location place, string image, string reason, bool accepted) => new("CX6709", Severity(accepted),
        $"There is no result of a scan of \"{image}\": {reason}{(accepted ? "" : " Set \"TreatFailedAs\" to \"Success\" to go on without.")}", place);

    public static Diagnostic Forbidden(Location place, string action, string reason) => Diagnostic.Error("CX6710", place,
        $"These credentials may not call \"{action}\", which the image needs: {reason} Allow the action in the policy of the identity that deploys.");

    public static Diagnostic Refused(Location place, string operation, string code, string reason) => Diagnostic.Error("CX6711", place,
        $"AWS refused \"{operation}\" ({code}) for the image: {reason}");

    private static DiagnosticSeverity Severity(bool accepted) => accepted ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;

    private static string Quoted(IEnumerable<string> items) => string.Join(", ", items.Select(item => $"\"{item}\"")) is { Length: > 0 } list ? list : "no platform";
}
