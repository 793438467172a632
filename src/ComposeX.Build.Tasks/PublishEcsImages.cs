using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ComposeX.Build.Tasks.Deployments;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Build.Tasks.Images;
using ComposeX.Syntax;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks;

/// <summary>Has ComposeX.Deploy find images in their registries, or push the archives of those that are not there.</summary>
[MSBuildMultiThreadableTask]
public sealed class PublishEcsImages : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The images, as <see cref="ResolveEcsImages"/> found them.</summary>
    [Required]
    public ITaskItem[] Images { get; set; } = [];

    /// <summary>The published projects, as <see cref="PlanEcsImages"/> planned them.</summary>
    [Required]
    public ITaskItem[] Projects { get; set; } = [];

    /// <summary>The images to push, of which there are archives now; empty asks what the registries have.</summary>
    public ITaskItem[] Archived { get; set; } = [];

    /// <summary>Whether nothing is to be pushed or created, and an image that is not there only gets the name that it would have.</summary>
    public bool PlanOnly { get; set; }

    /// <summary>The request's members, as for <see cref="DeployEcsStack"/>.</summary>
    [Required]
    public ITaskItem[] Members { get; set; } = [];

    /// <summary>Tags of repositories that are created.</summary>
    public ITaskItem[] Tags { get; set; } = [];

    /// <summary>The <c>manifest.json</c> of the templates, absolute.</summary>
    [Required]
    public string ManifestFile { get; set; } = "";

    /// <summary>Where requests and answers are written, absolute: a path that names of files are appended to.</summary>
    [Required]
    public string State { get; set; } = "";

    /// <summary>The <c>dotnet</c> that runs the tool.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>ComposeX.Deploy.dll, absolute.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>The project file; the tool runs in its folder.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The file that explains the codes.</summary>
    public string? CodesFile { get; set; }

    /// <summary>The root parameters of the images that are in a registry, each with its <c>Value</c>.</summary>
    [Output]
    public ITaskItem[] Parameters { get; private set; } = [];

    /// <summary>The images that are in no registry.</summary>
    [Output]
    public ITaskItem[] Missing { get; private set; } = [];

    /// <summary>The projects that archives are to be made of.</summary>
    [Output]
    public ITaskItem[] ProjectsToArchive { get; private set; } = [];

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    public override bool Execute() => new FindingLog(Log, CodesFile).Guard(ProjectFile, log =>
    {
        var findings = new DiagnosticBag();
        var manifest = ImageManifest.Read(ManifestFile, ProjectFile, findings);
        if (!log.Write(findings) || manifest is null)
            return;

        var units = Images.Select(ImageUnit.Of).Where(unit => Archived.Length == 0 || Archived.Any(item => item.ItemSpec == unit.Name)).ToList();
        var results = units.GroupBy(unit => unit.Registry, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany((group, index) => Ask(group.Key, [.. group], index, manifest, log)).ToList();
        if (Log.HasLoggedErrors)
            return;
        Take(units, results, manifest, log);
    });

    // One registry after the other.
    private IReadOnlyList<ImageResult> Ask(string registry, IReadOnlyList<ImageUnit> units, int index, ImageManifest manifest, FindingLog log)
    {
        if (Log.HasLoggedErrors)
            return [];

        var suffix = index == 0 ? ".json" : FormattableString.Invariant($".{index}.json");
        var (request, images, results) = (State + "ImagesRequest" + suffix, State + "Images" + suffix, State + "ImageResults" + suffix);
        ImagesFile.Write(images, registry, units.Select(unit => ImageRequests.Of(unit, Published(unit), Archived.Length > 0, manifest)));
        DeployRequestFile.Write(request, [.. Members, Member("imagesFile", images), Member("imageResultsFile", results)], [], Tags);
        File.Delete(results);
        var exit = new DeployProcess(Host, Tool, request, ProjectFile).Run(new ProgressLog(Log, BuildEngine).Say, _cancellation.Token);
        if (exit != 0 && !Log.HasLoggedErrors)
            log.Write([ImageDiagnostics.ImagesEnded(ProjectFile, exit)]);
        return exit == 0 ? ImageResult.Read(results) : [];
    }

    private void Take(IReadOnlyList<ImageUnit> units, IReadOnlyList<ImageResult> results, ImageManifest manifest, FindingLog log)
    {
        var answers = units.ToDictionary(unit => unit.Name, unit => results.FirstOrDefault(result => result.Name == unit.Name), StringComparer.Ordinal);
        var missing = units.Where(unit => answers[unit.Name] is { Digest: null, Push: true } && Archived.Length == 0).ToList();
        log.Write(units.Except(missing).Where(unit => answers[unit.Name]?.Digest is null).Select(unit => ImageDiagnostics.NoAnswer(ProjectFile, unit.Name)));
        foreach (var unit in PlanOnly ? missing : [])
        {
            Log.LogMessage(MessageImportance.High, "{0}", $"The image of {string.Join(", ", unit.Services)} has changed and would be pushed to {answers[unit.Name]!.Reference}.");
        }

        Parameters = [.. units.Where(unit => PlanOnly || !missing.Contains(unit)).SelectMany(unit => ParametersOf(unit, answers[unit.Name], manifest))];
        Missing = PlanOnly ? [] : [.. missing.Select(unit => unit.ToItem())];
        ProjectsToArchive = PlanOnly ? [] : [.. missing.Select(Published).Distinct()];
    }

    // A digest and no tag: what has not changed leaves the stack as it is.
    private static IEnumerable<ITaskItem> ParametersOf(ImageUnit unit, ImageResult? answer, ImageManifest manifest) => answer is null ? [] :
        from image in manifest.Of(unit)
        select Member(image.Parameter, answer.Digest is { } digest ? answer.Reference + "@" + digest : answer.Reference + ":" + answer.Tag);

    private ITaskItem Published(ImageUnit unit) => Projects.First(project =>
        ForeignProperties.IsSame(project.ItemSpec, unit.Project) && string.Equals(project.GetMetadata("Platform"), unit.Platform, StringComparison.Ordinal));

    private static TaskItem Member(string name, string value)
    {
        var member = new TaskItem(name);
        member.SetMetadata("Value", value);
        return member;
    }
}
