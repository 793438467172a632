using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Stacks;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Requests;

/// <summary>Reads a request file; what is wrong with it is found all at once.</summary>
internal static partial class RequestReader
{
    private static readonly Dictionary<string, DeployOperation> Operations =
        Enum.GetValues<DeployOperation>().ToDictionary(operation => operation.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, bool> KeepFailed = new(StringComparer.Ordinal) { ["rollback"] = false, ["keep"] = true };

    /// <summary>The request, or null when there is an error among <paramref name="diagnostics"/>.</summary>
    public static DeployRequest? Read(string path, DiagnosticBag diagnostics)
    {
        path = Path.GetFullPath(path);
        var place = Location.OfFile(path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return Read(new RequestMembers(document.RootElement, path, diagnostics), path, diagnostics);
            diagnostics.Add(RequestDiagnostics.Unreadable(place, "it is not a JSON object."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            diagnostics.Add(RequestDiagnostics.Unreadable(place, exception.Message));
        }

        return null;
    }

    private static DeployRequest? Read(RequestMembers members, string path, DiagnosticBag diagnostics)
    {
        CheckVersion(members);
        var operation = members.OneOf("operation", Operations);
        var request = Members(members, path, operation ?? default);
        members.RefuseOthers();
        if (operation is not null)
            Check(request, members.Place, diagnostics);
        else if (!members.Has("operation"))
            diagnostics.Add(RequestDiagnostics.MissingMember(members.Place, "operation", "every request"));
        return diagnostics.HasErrors ? null : request;
    }

    private static DeployRequest Members(RequestMembers members, string path, DeployOperation operation) => new(path, operation)
    {
        Manifest = members.FilePath("manifest"),
        ProjectDirectory = members.FilePath("projectDirectory") ?? Path.GetDirectoryName(members.FilePath("manifest") ?? path)!,
        StackName = members.Text("stackName"),
        Connection = new ConnectionOptions { Region = members.Text("region"), Profile = members.Text("profile"), EndpointUrl = members.Text("endpointUrl") },
        RoleArn = members.Text("roleArn"),
        Parameters = members.TextMap("parameters"),
        ParameterVariables = members.TextMap("parameterVariables"),
        Tags = members.TextMap("tags"),
        NotificationArns = members.Texts("notificationArns"),
        TemplateBucket = members.Text("templateBucket"),
        TemplatePrefix = members.Text("templatePrefix"),
        AllowDataLoss = members.Texts("allowDataLoss"),
        TerminationProtection = members.Flag("terminationProtection"),
        KeepFailed = members.OneOf("onFailure", KeepFailed) ?? false,
        ConfirmStackName = members.Text("confirmStackName"),
        Timeout = Positive(members, "timeoutMinutes", 120, 7 * 24 * 60) * 60,
        Pace = Pace.StartingAt(Positive(members, "pollSeconds", 1, 60)),
        PlanFile = members.FilePath("planFile"),
        OutputsFile = members.FilePath("outputsFile"),
        LookupFile = members.FilePath("lookupFile"),
        LockFile = members.FilePath("lockFile"),
        ImagesFile = members.FilePath("imagesFile"),
        ImageResultsFile = members.FilePath("imageResultsFile"),
        CreateRepositories = members.Flag("createRepositories") ?? true,
    };

    private static void CheckVersion(RequestMembers members)
    {
        if (members.Number("formatVersion") is not DeployRequest.FormatVersion)
            members.Wrong("formatVersion", "1; the SDK and ComposeX.Deploy must be of the same version");
    }

    /// <summary>A number of seconds that is more than nothing and not beyond reason.</summary>
    private static TimeSpan Positive(RequestMembers members, string name, double byDefault, double most)
    {
        var given = members.Number(name) ?? byDefault;
        if (given > 0 && given <= most)
            return TimeSpan.FromSeconds(given);
        members.Wrong(name, FormattableString.Invariant($"more than 0 and at most {most}"));
        return TimeSpan.FromSeconds(byDefault);
    }

    private static void Check(DeployRequest request, Location place, DiagnosticBag diagnostics)
    {
        var operation = request.Operation.ToString().ToLowerInvariant();
        if (request.NeedsManifest && request.Manifest is null)
            diagnostics.Add(RequestDiagnostics.MissingMember(place, "manifest", operation));
        if (request.Operation is DeployOperation.Lookup && request.LookupFile is null)
            diagnostics.Add(RequestDiagnostics.MissingMember(place, "lookupFile", operation));
        if (request.Operation is DeployOperation.Lookup && request.LockFile is null)
            diagnostics.Add(RequestDiagnostics.MissingMember(place, "lockFile", operation));
        if (request.Operation is DeployOperation.Images && request.ImagesFile is null)
            diagnostics.Add(RequestDiagnostics.MissingMember(place, "imagesFile", operation));
        if (request.Operation is DeployOperation.Images && request.ImageResultsFile is null)
            diagnostics.Add(RequestDiagnostics.MissingMember(place, "imageResultsFile", operation));
        if (request.Manifest is null && request.StackName is null && !request.NeedsManifest && request.Operation is not (DeployOperation.Lookup or DeployOperation.Images))
            diagnostics.Add(RequestDiagnostics.MissingMember(place, "stackName", operation));
        if (request.StackName is { } name && !StackNames().IsMatch(name))
            diagnostics.Add(RequestDiagnostics.BadStackName(place, name));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex StackNames();
}
