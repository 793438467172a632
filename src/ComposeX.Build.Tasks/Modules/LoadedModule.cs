using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ComposeX.Build.Tasks.Compatibility;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compiler;
using ComposeX.Compose;
using ComposeX.Modules;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Modules;

/// <summary>A module's assembly in memory, with the bytes of the files that it came from.</summary>
internal sealed class LoadedModule
{
    private static readonly IReadOnlyDictionary<string, Assembly> _shared =
        new[] { typeof(SourceFile), typeof(ComposeLoader), typeof(Template), typeof(Model.Seam.Module), typeof(ModulesAssembly), typeof(ComposeCompiler) }
            .Select(type => type.Assembly)
            .ToDictionary(assembly => assembly.GetName().Name ?? "", StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public LoadedModule(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        Assembly = new ModuleContext(_shared, name => Read(Path.Combine(folder, name.CultureName ?? "", name.Name + ".dll"))).Load(Read(path) ?? throw new FileNotFoundException(null, path));
    }

    public Assembly Assembly { get; }

    /// <summary>The files that it came from so far: .NET loads an assembly when it is first needed.</summary>
    public IEnumerable<string> Files => _files.Keys;

    /// <summary>Whether the files are still as they were.</summary>
    public bool IsCurrent => _files.All(file => File.Exists(file.Key) && File.ReadAllBytes(file.Key).SequenceEqual(file.Value));

    private byte[]? Read(string path) => File.Exists(path) ? _files[path] = File.ReadAllBytes(path) : null;
}
