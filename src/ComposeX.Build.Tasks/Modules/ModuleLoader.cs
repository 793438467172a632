using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Compiler.Rooms;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Modules;

/// <summary>
/// Loads the assemblies of <c>EcsModule</c> items. A process of MSBuild outlives many builds: an assembly is loaded again only when it,
/// or one that it brought along, has changed.
/// </summary>
public sealed class ModuleLoader(string projectFile)
{
    private static readonly ConcurrentDictionary<string, LoadedModule> _loaded = new(StringComparer.Ordinal);

    private readonly List<LoadedModule> _used = [];

    /// <summary>The files that the modules came from.</summary>
    public IEnumerable<string> FilesRead => _used.SelectMany(module => module.Files);

    /// <summary>The modules of some files, each once; what is no module is reported.</summary>
    public IReadOnlyList<ModuleAssembly> Load(IEnumerable<string> paths, DiagnosticBag diagnostics) =>
        [.. paths.Distinct(StringComparer.Ordinal).Select(path => Load(path, diagnostics)).OfType<ModuleAssembly>()];

    private ModuleAssembly? Load(string path, DiagnosticBag diagnostics)
    {
        if (!File.Exists(path))
        {
            diagnostics.Add(BuildDiagnostics.MissingModule(projectFile, path));
            return null;
        }

        try
        {
            var module = _loaded.AddOrUpdate(path, _ => new(path), (_, loaded) => loaded.IsCurrent ? loaded : new(path));
            _used.Add(module);
            return ModuleAssembly.Of(module.Assembly, path, Location.OfFile(projectFile), diagnostics);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(BuildDiagnostics.NotAModule(projectFile, path, exception.Message));
            return null;
        }
    }
}
