using System;
using System.Collections.Generic;
using System.Reflection;
#if NETFRAMEWORK
using System.Collections.Concurrent;
#else
using System.IO;
using System.Runtime.Loader;
#endif

namespace ComposeX.Build.Tasks.Compatibility;

/// <summary>Loads a module's assembly from bytes, so that no file stays open, and resolves what it references.</summary>
/// <param name="shared">The assemblies of ComposeX.Build by name: a module gets those that run, never copies of its own.</param>
/// <param name="beside">Reads another assembly that the module brings along, by name; null when it brings none of that name.</param>
internal sealed class ModuleContext(IReadOnlyDictionary<string, Assembly> shared, Func<AssemblyName, byte[]?> beside)
#if NETFRAMEWORK
{
    // Assemblies from bytes belong to no context: for what they reference, the whole process is asked.
    private static readonly ConcurrentDictionary<Assembly, ModuleContext> _contexts = new();

    static ModuleContext() => AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        request.RequestingAssembly is { } asking && _contexts.TryGetValue(asking, out var context) ? context.Resolve(new AssemblyName(request.Name)) : null;

    private readonly ConcurrentDictionary<string, Assembly> _loaded = new(StringComparer.Ordinal);

    public Assembly Load(byte[] bytes)
    {
        var assembly = Assembly.Load(bytes);
        _contexts[assembly] = this;
        return assembly;
    }

    private Assembly? Resolve(AssemblyName name) => shared.TryGetValue(name.Name, out var ours) ? ours
        : _loaded.TryGetValue(name.FullName, out var known) ? known
        : beside(name) is { } bytes ? _loaded[name.FullName] = Load(bytes)
        : null;
}
#else
    // The next build may bring another: what nobody uses any more is given up.
    : AssemblyLoadContext("ComposeX module", isCollectible: true)
{
    public Assembly Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return LoadFromStream(stream);
    }

    protected override Assembly? Load(AssemblyName assemblyName) => shared.TryGetValue(assemblyName.Name ?? "", out var ours) ? ours
        : beside(assemblyName) is { } bytes ? Load(bytes)
        : null;
}
#endif
