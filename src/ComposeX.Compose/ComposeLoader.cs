using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Binding;
using ComposeX.Compose.Consistency;
using ComposeX.Compose.EnvFiles;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Loading;
using ComposeX.Compose.Naming;
using ComposeX.Compose.Normalisation;
using ComposeX.Compose.Profiles;
using ComposeX.Compose.Projects;
using ComposeX.Compose.Values;
using ComposeX.Syntax;

namespace ComposeX.Compose;

/// <summary>
/// Loads a compose project: the phases of Docker's own loader, in its order. A phase reports all it finds; the next
/// starts only when there is no error.
/// </summary>
public static class ComposeLoader
{
    /// <summary>The project, or null when there is an error among the findings.</summary>
    public static ComposeProject? Load(ComposeLoadRequest request, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var project = Load(request, new TrackedFiles(request.SourceFiles), found);
        diagnostics.AddRange(found);
        return found.HasErrors ? null : project;
    }

    private static ComposeProject? Load(ComposeLoadRequest request, TrackedFiles files, DiagnosticBag diagnostics)
    {
        var variables = ReadEnvironment(request, files, diagnostics);
        var documents = ReadFiles(request, files, diagnostics);
        if (diagnostics.HasErrors || ProjectName.Find(request.ProjectName, documents, request.ProjectDirectory, variables, diagnostics) is not { } named)
            return null;

        (var name, variables) = named;
        var scope = new LoadScope(files, request.ProjectDirectory, variables, HomeOf(request), [], diagnostics);
        if (ModelLoader.Load(documents, scope) is not { } model)
            return null;

        if (model.Entries.Count == 0)
        {
            diagnostics.Add(LoadDiagnostics.Empty(model.Location));
            return null;
        }

        model = Normaliser.Normalise(model, name, variables);
        model = ValuePhase.Apply(model, diagnostics);
        if (diagnostics.HasErrors)
            return null;

        (model, var disabled) = ProfilePhase.Apply(model, ActiveProfiles(request, variables), request.Services);
        ConsistencyCheck.Check(model, disabled, diagnostics);
        NumberRange.Check(model, diagnostics);
        ConsistencyCheck.AreThere(request.Services, model, diagnostics);
        if (diagnostics.HasErrors)
            return null;

        model = EnvironmentPhase.Apply(model, files, variables, diagnostics);
        model = ProfilePhase.Selected(model, request.Services);
        return ProjectBinder.Bind(name, model) with { FilesRead = files.Paths, VariablesRead = variables.Read };
    }

    // What the process has wins over ".env", or over the files given in its place; of those the last wins.
    private static Variables ReadEnvironment(ComposeLoadRequest request, TrackedFiles files, DiagnosticBag diagnostics)
    {
        var process = new Variables(request.Environment);
        var values = new Dictionary<string, EnvValue>(StringComparer.Ordinal);
        IReadOnlyList<string> paths = request.EnvironmentFiles.Count > 0 ? request.EnvironmentFiles : [Paths.Combine(request.ProjectDirectory, ".env")];
        foreach (var path in paths.Where(path => path != EnvFileReader.NoFile))
        {
            if (files.Read(path) is { } file)
            {
                EnvFileReader.Read(file, name => process[name], values, diagnostics);
            }
            else if (request.EnvironmentFiles.Count > 0)
            {
                diagnostics.Add(LoadDiagnostics.FileNotFound(Location.OfFile(path), path));
            }
        }

        return process.Below(values.ToDictionary(value => value.Key, value => value.Value.Text, StringComparer.Ordinal));
    }

    private static List<ReadFile> ReadFiles(ComposeLoadRequest request, TrackedFiles files, DiagnosticBag diagnostics)
    {
        var read = new List<ReadFile>();
        foreach (var path in request.Files)
        {
            if (files.Read(path) is { } file)
            {
                read.Add(ReadFile.Read(file, diagnostics));
            }
            else
            {
                diagnostics.Add(LoadDiagnostics.FileNotFound(Location.OfFile(path), path));
            }
        }

        if (request.Files.Count == 0)
        {
            diagnostics.Add(LoadDiagnostics.NoFile(Location.OfFile(request.ProjectDirectory)));
        }

        return read;
    }

    private static IReadOnlyCollection<string> ActiveProfiles(ComposeLoadRequest request, Variables variables) => request.Profiles.Count > 0
        ? request.Profiles
        : [.. (variables["COMPOSE_PROFILES"] ?? "").Split(',').Select(profile => profile.Trim()).Where(profile => profile.Length > 0)];

    private static string? HomeOf(ComposeLoadRequest request) =>
        request.HomeDirectory ?? (request.Environment.TryGetValue("HOME", out var home) || request.Environment.TryGetValue("USERPROFILE", out home) ? home : null);
}
