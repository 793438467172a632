using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Seam;
using ComposeX.Modules;

namespace ComposeX.Compiler.Rooms;

/// <summary>Every module of our own, found by itself: a class in the modules' assembly is enough. A compilation may have more (<see cref="CompileRequest.Modules"/>).</summary>
public static class ModuleCatalogue
{
    /// <summary>The modules in ordinal order of their keys.</summary>
    public static IReadOnlyList<Module> Modules { get; } = [.. All<Module>().OrderBy(module => module.Key, StringComparer.Ordinal)];

    /// <summary>The rooms for keys of services, in ordinal order of their types' names.</summary>
    public static IReadOnlyList<ServiceModule> ServiceModules { get; } = [.. All<ServiceModule>().OrderBy(module => module.GetType().FullName, StringComparer.Ordinal)];

    /// <summary>The rooms of a compilation that brings none.</summary>
    public static ModuleSet BuiltIn { get; } = new(Modules, ServiceModules);

    private static IEnumerable<T> All<T>() => typeof(ModulesAssembly).Assembly
        .GetTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .Select(Activator.CreateInstance)
        .OfType<T>();
}
