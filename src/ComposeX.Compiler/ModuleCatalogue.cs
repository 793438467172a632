using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Seam;
using ComposeX.Modules;

namespace ComposeX.Compiler;

/// <summary>Every module there is, found by itself: a class in the modules' assembly is enough.</summary>
public static class ModuleCatalogue
{
    /// <summary>The modules in ordinal order of their keys.</summary>
    public static IReadOnlyList<Module> Modules { get; } = [.. typeof(ModulesAssembly).Assembly
        .GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Module)) && !type.IsAbstract)
        .Select(Activator.CreateInstance)
        .OfType<Module>()
        .OrderBy(module => module.Key, StringComparer.Ordinal)];
}
