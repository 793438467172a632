using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Templates;

/// <summary>Findings about the output folder and about getting its templates to AWS.</summary>
internal static class TemplateDiagnostics
{
    public static Diagnostic NoManifest(Location place, string reason) =>
        Diagnostic.Error("CX6101", place, $"The manifest cannot be read: {reason} Build the project first; the build writes it.");

    public static Diagnostic NoTemplate(Location place, string file, string stack) =>
        Diagnostic.Error("CX6102", place, $"The template \"{file}\" of the stack \"{stack}\" is not in the output folder. Build the project again.");

    public static Diagnostic TooLarge(Location place, string file, long bytes) =>
        Diagnostic.Error("CX6103", place, $"The template \"{file}\" has {bytes} bytes; CloudFormation takes at most 1,000,000.");

    public static Diagnostic NoRoot(Location place) =>
        Diagnostic.Error("CX6104", place, "The manifest must name exactly one root stack (one without \"logicalId\").");

    public static Diagnostic Circular(Location place, string file) =>
        Diagnostic.Error("CX6105", place, $"The template \"{file}\" contains itself by way of the stacks it nests.");

    public static Diagnostic NotNested(Location place, string file, string stack) =>
        Diagnostic.Error("CX6106", place, $"No template has the \"TemplateURL\" \"{file}\", so the stack \"{stack}\" would never be deployed. Build the project again.");

    public static Diagnostic BucketRefused(string bucket, string reason) =>
        Diagnostic.Error("CX6107", Reporting.Place.None, $"The template bucket \"{bucket}\" cannot be used: {reason} It may belong to another account, or a permission is missing; name another with the property \"EcsTemplateBucket\".");

    public static Diagnostic NotSecured(string bucket, IEnumerable<string> operations) =>
        Diagnostic.Warning("CX6108", Reporting.Place.None, $"The endpoint of S3 does not know {string.Join(", ", operations.Select(operation => $"\"{operation}\""))}, so the bucket \"{bucket}\" is less closed than it would be on AWS. Nothing is to be done where the endpoint is an emulation.");
}
