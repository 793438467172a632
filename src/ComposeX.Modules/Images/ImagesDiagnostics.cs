using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Images;

/// <summary>Findings about what is asked of images.</summary>
public static class ImagesDiagnostics
{
    public static Diagnostic PinnedAtDeployment(string image, Location location) =>
        Diagnostic.Note("CXIMAGES01", location, $"A build never asks a registry, so \"{image}\" keeps its tag in the template; ECS finds its digest when it deploys, and runs that one in all tasks. To fix it here, write the digest: name@sha256:…");

    public static Diagnostic ScanNotChecked(string service, Location location) =>
        Diagnostic.Warning("CXIMAGES02", location, $"The image scan that \"{service}\" asks for is not checked by this version, neither while building nor while publishing. Check it in the pipeline before publishing, and silence this warning with NoWarn.");

    public static Diagnostic BadThreshold(string severity, Location location) =>
        Diagnostic.Error("CXIMAGES03", location, $"The threshold for \"{severity}\" must be a whole number of findings that are still let through: 0 or more.");

    public static Diagnostic UnknownOutcome(string outcome, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXIMAGES04", location, $"A failed scan cannot be treated as \"{outcome}\".{Spelling.Hint(outcome, known)} It may be {string.Join(" or ", known)}.");

    public static Diagnostic NoRole(string arn, Location location) =>
        Diagnostic.Error("CXIMAGES05", location, $"\"{arn}\" is no role. Write its ARN, such as \"arn:aws:iam::111122223333:role/read-images\".");

    public static Diagnostic NothingIsBuilt(string service, Location location) =>
        Diagnostic.Warning("CXIMAGES06", location, $"\"{service}\" says which project its image is made of, and builds none: its image is pulled as it is. Add \"build: .\" to build it, or remove \"x-project\".");
}
