using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Requests;

/// <summary>
/// What an environment adds to a project: <c>docker-compose.prod.yml</c> over the compose files, and <c>.env.prod</c> over <c>.env</c>.
/// One of the two must be there, so that a misspelt environment is none.
/// </summary>
/// <param name="name">The environment.</param>
/// <param name="composeFile">The project's first compose file: the environment's lies beside it.</param>
/// <param name="variablesFolder">Where <c>.env</c> is looked for.</param>
internal sealed class EnvironmentFiles(string name, string composeFile, string variablesFolder, DiskFiles disk)
{
    private const string Variables = ".env";

    private static readonly string[] Extensions = [".yml", ".yaml"];

    private string Folder => Path.GetDirectoryName(composeFile) ?? "";

    // The one called as the compose file is; else as Docker looks for an override.
    private IEnumerable<string> Stems => new[] { Path.GetFileNameWithoutExtension(composeFile), "compose", "docker-compose" }.Distinct(StringComparer.Ordinal);

    /// <summary>The environment's own compose file, null when there is none.</summary>
    public string? ComposeFile => Stems
        .SelectMany(stem => Extensions.Select(extension => Path.Combine(Folder, $"{stem}.{name}{extension}")))
        .FirstOrDefault(disk.Exists);

    /// <summary>The files of variables: those given, else <c>.env</c>, and then the environment's own. None when it has none: then it is as without an environment.</summary>
    public IReadOnlyList<string> Over(IReadOnlyList<string> given) =>
        !disk.Exists(VariablesOf(name)) ? given
        : given.Count > 0 ? [.. given, VariablesOf(name)]
        : [.. new[] { Path.Combine(variablesFolder, Variables) }.Where(disk.Exists), VariablesOf(name)];

    /// <summary>Says that nothing belongs to the environment, where it is so.</summary>
    public IEnumerable<Diagnostic> Missing(string projectFile) => ComposeFile is null && !disk.Exists(VariablesOf(name))
        ? [BuildDiagnostics.MissingEnvironment(projectFile, name, Folder, Path.GetFileNameWithoutExtension(composeFile), Known())]
        : [];

    private string VariablesOf(string environment) => Path.Combine(variablesFolder, $"{Variables}.{environment}");

    // The environments that there are files for.
    private IReadOnlyList<string> Known()
    {
        var compose = new Regex($"^(?:{string.Join("|", Stems.Select(Regex.Escape))})\\.(?<name>[^.]+)\\.ya?ml$", RegexOptions.CultureInvariant);
        var variables = new Regex("^\\.env\\.(?<name>[^.]+)$", RegexOptions.CultureInvariant);
        return
        [
            .. Names(Folder).Select(file => compose.Match(file)).Concat(Names(variablesFolder).Select(file => variables.Match(file)))
                .Where(match => match.Success).Select(match => match.Groups["name"].Value)
                .Where(found => found != "override").Distinct(StringComparer.Ordinal).OrderBy(found => found, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Names(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder).Select(file => Path.GetFileName(file)) : [];
}
